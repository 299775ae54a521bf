using System.Globalization;
using System.Runtime.Loader;
using HackLab.Data;
using HackLab.Data.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace HackLab.Tests.Data;

[CollectionDefinition(nameof(NotebookHostTests), DisableParallelization = true)]
[Collection(nameof(NotebookHostTests))]
public sealed class NotebookHostTests : IDisposable
{
    // Tests of the kernel leave its delegates in the process; here there is none unless a test puts it there.
    private readonly Restore[] _kernel = [Hook("HackLab.Display", null), Hook("HackLab.Token", null), Hook("HackLab.Input", null)];

    public void Dispose()
    {
        foreach (Restore restore in _kernel) restore.Dispose();
    }

    [Fact]
    public void The_kernels_delegates_are_used_when_they_are_there()
    {
        using var source = new CancellationTokenSource();
        var shown = new List<object>();
        using (Hook("HackLab.Display", (Func<object, string[], Action<object>>)((value, types) => { Assert.Empty(types); shown.Add(value); return shown.Add; })))
        using (Hook("HackLab.Token", (Func<CancellationToken>)(() => source.Token)))
        using (Hook("HackLab.Input", (Func<string, string?>)(prompt => prompt + "!")))
        {
            NotebookHost.Display("one").Update("two");
            Assert.Equal(["one", "two"], shown);
            Assert.Equal(source.Token, NotebookHost.Token);
            Assert.Equal("name!", NotebookHost.Ask("name"));
        }
    }

    [Fact]
    public void Without_a_host_values_go_to_the_console_once_per_change()
    {
        TextWriter before = Console.Out;
        TextReader input = Console.In;
        using var text = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(text);
            Console.SetIn(new StringReader("Ada\n"));
            IDisplayed displayed = NotebookHost.Display(new Table("", ["a"], [[1]]));
            displayed.Update("half");
            displayed.Update("half");
            Assert.Equal("Ada", NotebookHost.Ask("name? "));
            Assert.Null(NotebookHost.Ask("name? "));
        }
        finally
        {
            Console.SetOut(before);
            Console.SetIn(input);
        }
        Assert.Equal("a\n-\n1\nhalf\nname? name? ", text.ToString());
        Assert.False(NotebookHost.Token.CanBeCanceled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this ")]
    public void A_loaded_Interactive_assembly_is_found_by_reflection(string asExtension)
    {
        using var source = new CancellationTokenSource();
        Type context = CompileFake(asExtension);
        object current = Activator.CreateInstance(context)!;
        try
        {
            context.GetProperty("Current")!.SetValue(null, current);
            context.GetProperty("CancellationToken")!.SetValue(current, source.Token);
            NotebookHost.Display("one").Update("two");
            Assert.Equal(["one", "two"], (List<object>)context.GetProperty("Shown")!.GetValue(current)!);
            Assert.Equal(source.Token, NotebookHost.Token);
            Assert.Equal("who?!", NotebookHost.Ask("who?"));
        }
        finally
        {
            context.GetProperty("Current")!.SetValue(null, null);
        }
    }

    // An assembly of that name with the members the host is known by; Display is the context's own method, or an extension
    // method in a static class, as in the real one.
    private static Type CompileFake(string asExtension)
    {
        const string Display = "Display({0}object value, params string[] types) {{ {1}Shown.Add(value); return new Displayed({1}Shown); }}";
        string own = asExtension.Length == 0 ? "public Displayed " + string.Format(CultureInfo.InvariantCulture, Display, "", "") : "";
        string extension = asExtension.Length == 0 ? ""
            : "public static Displayed " + string.Format(CultureInfo.InvariantCulture, Display, "this KernelInvocationContext c, ", "c.");
        string code = $$"""
            using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
            namespace Microsoft.DotNet.Interactive;
            public class KernelInvocationContext {
                public static KernelInvocationContext Current { get; set; }
                public CancellationToken CancellationToken { get; set; }
                public List<object> Shown { get; } = new();
                {{own}}
            }
            public static class Extensions { {{extension}} }
            public class Displayed { List<object> _shown; public Displayed(List<object> shown) => _shown = shown; public void Update(object value) => _shown.Add(value); }
            public class Kernel { public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => Task.FromResult(prompt + "!"); }
            """;
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] references = ["System.Runtime.dll", "System.Collections.dll", "System.Private.CoreLib.dll", "System.Threading.dll"];
        CSharpCompilation compilation = CSharpCompilation.Create("Microsoft.DotNet.Interactive", [CSharpSyntaxTree.ParseText(code)],
            references.Select(r => MetadataReference.CreateFromFile(Path.Combine(folder, r))), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("fake").LoadFromStream(image).GetType("Microsoft.DotNet.Interactive.KernelInvocationContext")!;
    }

    private static Restore Hook(string name, object? value)
    {
        var restore = new Restore(name, AppContext.GetData(name));
        AppContext.SetData(name, value);
        return restore;
    }

    private sealed record Restore(string Name, object? Before) : IDisposable
    {
        public void Dispose() => AppContext.SetData(Name, Before);
    }
}
