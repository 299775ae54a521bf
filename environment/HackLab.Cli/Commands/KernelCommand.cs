using System.CommandLine;
using HackLab.Jupyter.Kernelspecs;
using Spectre.Console;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab kernel</c>: what Jupyter needs to know of our kernel.</summary>
internal static class KernelCommand
{
    public static Command Create() =>
        new("kernel", "Makes Jupyter know the C# kernel, or forget it; starts it.") { Start(), Install(), Uninstall(), List() };

    /// <summary>Only for the help text and for wrong arguments: the right ones never get here (see Program).</summary>
    private static Command Start()
    {
        var file = new Option<string>("--connection-file") { Description = "The file in which Jupyter says where to connect.", Required = true, HelpName = "file" };
        var command = new Command("start", "Starts the kernel for a Jupyter client; Jupyter calls this itself.") { file };
        command.SetAction((parsed, _) => KernelStart.RunAsync(parsed.GetValue(file)!));
        return command;
    }

    private static Command Install()
    {
        var force = new Option<bool>("--force") { Description = "Replace kernels of the same name that something else installed." };
        Option<string?> prefix = Prefix("Install for a Python environment instead of for you: the folder it lies in.");
        var command = new Command("install", "Installs the kernel for Jupyter, as hacklab-csharp and, unless taken, as .net-csharp.") { force, prefix };
        command.SetAction(parsed =>
        {
            (string executable, IReadOnlyList<string> leading) = OwnCommand.Find();
            return Say(KernelspecInstaller.Install(new KernelspecOptions
            {
                Executable = executable,
                LeadingArguments = leading,
                Prefix = parsed.GetValue(prefix),
                Force = parsed.GetValue(force),
            }));
        });
        return command;
    }

    private static Command Uninstall()
    {
        Option<string?> prefix = Prefix("The folder given at installation, if one was.");
        var command = new Command("uninstall", "Removes the kernel from Jupyter; others' kernels stay.") { prefix };
        command.SetAction(parsed =>
        {
            IReadOnlyList<KernelspecChange> changes = KernelspecInstaller.Uninstall(prefix: parsed.GetValue(prefix));
            if (changes.Count == 0) Console.WriteLine("HackLab's kernel is not installed there.");
            return Say(changes);
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the kernels that Jupyter finds, HackLab's and others.");
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("name", "shown as", "HackLab's", "folder");
            foreach (InstalledKernelspec spec in KernelspecInstaller.List())
            {
                table.AddRow(Markup.Escape(spec.Name), Markup.Escape(spec.DisplayName), spec.IsHackLab ? "yes" : "no", Markup.Escape(spec.Directory));
            }
            Screen.Create().Write(table);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Option<string?> Prefix(string description) => new("--prefix") { Description = description, HelpName = "folder" };

    private static int Say(IReadOnlyList<KernelspecChange> changes)
    {
        foreach (KernelspecChange change in changes) Console.WriteLine(change.Reason);
        if (changes.All(change => change.Action != KernelspecAction.LeftAlone)) return ExitCode.Ok;
        Console.WriteLine("(--force replaces it.)");
        return ExitCode.Ok;
    }
}
