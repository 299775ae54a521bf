using System.CommandLine;
using System.Globalization;
using HackLab.Data;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data samples</c>: makes the embedded samples again from the simulators.</summary>
internal static class DataSamplesCommand
{
    private static readonly Argument<string[]> Names =
        new("name") { Description = "Data sets; without: all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Check =
        new("--check") { Description = "Write nothing; fail if a sample is not what its simulator makes." };

    public static Command Create()
    {
        var command =
            new Command("samples", "Makes the embedded samples in datasets/ again from the simulators, and says which changed.")
                { Names, Check };
        command.SetDataAction(
            parsed => Task.FromResult(Run(parsed.GetValue(Names), parsed.GetValue(Check), DatasetsFolder.Find())));
        return command;
    }

    internal static int Run(string[]? names, bool check, string folder)
    {
        bool changed = false, tooLarge = false;
        foreach (IDataset dataset in Datasets.All.Where(one => names is null or { Length: 0 } || names.Contains(one.Id)))
        {
            foreach (EmbeddedSample sample in dataset.Samples)
            {
                using var content = new MemoryStream();
                sample.Write(content);
                string path = Path.Combine(folder, sample.Path.Replace('/', Path.DirectorySeparatorChar));
                // Compared unpacked: another version of the packer writes other bytes for the same content.
                bool same = File.Exists(path) && sample.IsCurrent(path);
                changed |= !same;
                tooLarge |= content.Length > EmbeddedSample.MostBytes;
                if (!same && !check) AtomicFile.Write(path, content.ToArray());
                string size =
                    string.Create(CultureInfo.InvariantCulture,
                        $"{(same ? new FileInfo(path).Length : content.Length):N0} bytes");
                string verdict = same ? "unchanged" : check ? "NOT what the simulator makes" : "written anew";
                Console.WriteLine(
                    $"{sample.Path}: {verdict}, {size}{(content.Length > EmbeddedSample.MostBytes ? ", MORE THAN 1 MB" : "")}");
            }
        }
        if (changed && !check)
            Console.WriteLine("Build again, so that the library has the new samples; then run: hacklab data cards");
        return tooLarge || (changed && check) ? ExitCode.Failed : ExitCode.Ok;
    }
}
