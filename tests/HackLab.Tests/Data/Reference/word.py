# Writes Files/text.docx with python-docx 0.8: paragraphs with line breaks, tabs, formatted runs and a table, and an empty paragraph.
# Run: python3 word.py
import io
import zipfile

from docx import Document

document = Document()
for paragraph in list(document.paragraphs):
    paragraph._element.getparent().remove(paragraph._element)
p = document.add_paragraph("first line")
p.add_run().add_break()
p.add_run("second ").bold = True
p.add_run("line\twith a tab & <signs>")
document.add_paragraph("")
table = document.add_table(1, 2)
table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
document.add_paragraph("señora ſiglo\u00ad ç")
out = io.BytesIO()
document.save(out)
with zipfile.ZipFile(io.BytesIO(out.getvalue())) as source, zipfile.ZipFile("Files/text.docx", "w") as target:
    for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):   # the rest is styles and fonts
        target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)
