# Writes Files/dicom.zip with pydicom 2.3: small grey pictures of every kind that is read, and some that must be refused. Stored value i
# of the picture is given by a formula that the tests know. Run: python3 dicom.py
import io
import zipfile

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence


def picture(syntax, pixels, bits, signed, photometric="MONOCHROME2", **more):
    data = Dataset()
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = syntax
    data.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    data.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    data.is_little_endian = syntax != "1.2.840.10008.1.2.2"
    data.is_implicit_VR = syntax == "1.2.840.10008.1.2"
    data.SOPClassUID, data.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.7", "1.2.3"
    data.Modality, data.PatientName = "OT", "Made^Up"
    inner = Dataset()
    inner.PatientID = "nested"
    inner.Rows = 999   # must not be taken for the picture's own
    deeper = Dataset()
    deeper.PatientID = "deeper"
    inner.OtherPatientIDsSequence = Sequence([deeper])
    inner["OtherPatientIDsSequence"].is_undefined_length = True
    inner.is_undefined_length_sequence_item = True
    data.OtherPatientIDsSequence = Sequence([inner, deeper])
    data["OtherPatientIDsSequence"].is_undefined_length = True
    data.Rows, data.Columns = pixels.shape[-2:]
    if pixels.ndim == 3:
        data.NumberOfFrames = pixels.shape[0]
    data.SamplesPerPixel, data.PhotometricInterpretation = 1, photometric
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = pixels.itemsize * 8, bits, bits - 1, signed
    for key, value in more.items():
        setattr(data, key, value)
    data.PixelData = pixels.tobytes() + b"\0" * (pixels.nbytes % 2)
    data["PixelData"].VR = "OW" if pixels.itemsize == 2 else "OB"
    file = io.BytesIO()
    pydicom.dcmwrite(file, data, write_like_original=False)
    return file.getvalue()


explicit, implicit = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
n = np.arange(12).reshape(3, 4)
files = {
    "ct.dcm": picture(explicit, (n * 100 - 500).astype("i2"), 16, 1, RescaleSlope="2", RescaleIntercept="-24.5", WindowCenter="40", WindowWidth="400", PixelSpacing=["0.5", "0.25"]),
    "ct-implicit.dcm": picture(implicit, (n * 100 - 500).astype("i2"), 16, 1, RescaleSlope="2", RescaleIntercept="-24.5", WindowCenter=["40", "50"], WindowWidth=["400", "350"]),
    "film.dcm": picture(explicit, (n * 20)[:, :3].astype("u1"), 8, 0, "MONOCHROME1"),
    "signed8.dcm": picture(explicit, (n - 6).astype("i1"), 8, 1),
    "twelve.dcm": picture(explicit, ((n * 100 - 600) & 0xFFF | 0x5000).astype("u2"), 12, 1),   # something else lies in the upper 4 bits
    "unsigned.dcm": picture(implicit, (n * 5000).astype("u2"), 16, 0),
    "frames.dcm": picture(explicit, np.arange(24).astype("u2").reshape(2, 3, 4), 16, 0),
    "big-endian.dcm": picture("1.2.840.10008.1.2.2", (n * 100).astype(">i2"), 16, 1),
}
plain = picture(explicit, n.astype("u1"), 8, 0)
files["rle.dcm"] = plain.replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.5\0")
files["colour.dcm"] = picture(explicit, n.astype("u1"), 8, 0, "RGB", SamplesPerPixel=3)
for name in ("ct.dcm", "ct-implicit.dcm", "signed8.dcm", "unsigned.dcm", "frames.dcm"):
    assert pydicom.dcmread(io.BytesIO(files[name])).pixel_array.size in (12, 24)
with zipfile.ZipFile("Files/dicom.zip", "w") as archive:
    for name, data in files.items():
        archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
