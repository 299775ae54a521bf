#:project ../extensions/HackLab.Data/HackLab.Data.csproj
#:property PublishAot=false
// Makes the files in this folder again: the samples from the simulators, then the cards from the samples. Run from the
// repository's root: dotnet run datasets/generate.cs
using System.Text;
using HackLab.Data;

if (!Directory.Exists("datasets"))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no folder datasets here.");
    return 1;
}
bool current = true;
foreach (IDataset dataset in Datasets.All)
{
    foreach (EmbeddedSample sample in dataset.Samples)
    {
        Write($"datasets/{sample.Path}", sample.Write);
        current &= sample.IsCurrent();
    }
}
foreach (IDataset dataset in Datasets.All)
    Write($"datasets/{dataset.Id}.md", stream => stream.Write(Encoding.UTF8.GetBytes(dataset.SimulationCard())));
if (!current) Console.WriteLine("A built-in sample was an older one: run this once more for the cards.");
return 0;

// To a temporary name first: a file that is cut off must never take the place of a good one.
static void Write(string path, Action<Stream> write)
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    string temporary = path + ".tmp";
    using (FileStream stream = File.Create(temporary))
    {
        write(stream);
        stream.Flush(flushToDisk: true);
    }
    File.Move(temporary, path, overwrite: true);
    Console.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes");
}
