#:project ../extensions/HackLab.Data/HackLab.Data.csproj
#:property PublishAot=false
// Makes the files in this folder again: the samples from the simulators, then the cards from the samples. Run from the
// repository's root: dotnet run datasets/generate.cs
using System.IO.Compression;
using System.Text;
using HackLab.Data.Higgs;

if (!Directory.Exists("datasets/higgs"))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no folder datasets/higgs here.");
    return 1;
}
Write("datasets/higgs/higgs-sample.tsv.gz", stream =>
{
    using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
    gzip.Write(Encoding.UTF8.GetBytes(HiggsSample.MakeText()));
});
if (HiggsSample.IsCurrent()) Write("datasets/higgs.md", stream => stream.Write(Encoding.UTF8.GetBytes(HiggsCard.Make())));
else Console.WriteLine("The built-in sample was an older one: run this once more for the card.");
return 0;

// To a temporary name first: a file that is cut off must never take the place of a good one.
static void Write(string path, Action<Stream> write)
{
    string temporary = path + ".tmp";
    using (FileStream stream = File.Create(temporary))
    {
        write(stream);
        stream.Flush(flushToDisk: true);
    }
    File.Move(temporary, path, overwrite: true);
    Console.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes");
}
