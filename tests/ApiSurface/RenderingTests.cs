using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiSurface;

public class RenderingTests
{
    // Enough of TorchSharp's types for the declarations below to compile.
    private const string Types = """
        using System; using System.Collections; using System.Collections.Generic; using System.IO; using System.Numerics;
        #nullable enable
        namespace TorchSharp
        {
            public enum PaddingModes { Zeros, Reflect }
            public readonly struct Scalar { }
            public enum Reduce { Sum }
            public static partial class torch
            {
                public enum ScalarType { Float32 = 6, Int64 = 4 }
                public class Device { }
                public class Generator { }
                public partial class Tensor { }
                public static partial class nn
                {
                    public enum Reduction { None, Mean }
                    public interface IModule<in T, out TResult> { TResult call(T input); }
                    public class Module : IDisposable { public void Dispose() { } }
                    public abstract class Module<T, TResult> : Module, IModule<T, TResult>
                    {
                        protected Module(string name) { }
                        public TResult call(T input) => default!;
                        public abstract TResult forward(T input);
                    }
                }
            }
            namespace Modules { public class Parameter : torch.Tensor { } }
            namespace Utils { public sealed class TensorAccessor<T> where T : unmanaged { } }
        }

        """;

    // Each row is a line as it stands in the list, behind the type's name, and C# that declares just that inside of Tensor.
    private static readonly string[,] Rows =
    {
        {
            " :: (torch.Tensor values, torch.Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool "
              + "sorted = true)",
            "public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) "
              + "=> default;"
        },
        {
            " :: torch.Tensor? grad { get; set; }",
            "public Tensor? grad { get; set; }"
        },
        {
            " :: Span<byte> bytes { get; set; }",
            "public Span<byte> bytes { get => default; set { } }"
        },
        {
            " :: bool requires_grad { get; }",
            "public bool requires_grad { get; private set; }"
        },
        {
            " :: T item<T>() where T : unmanaged",
            "public T item<T>() where T : unmanaged => default;"
        },
        {
            " :: Utils.TensorAccessor<T> data<T>() where T : unmanaged",
            "public TorchSharp.Utils.TensorAccessor<T> data<T>() where T : unmanaged => null!;"
        },
        {
            " :: torch.Tensor this[params torch.Tensor[] indices] { get; set; }",
            "[System.Runtime.CompilerServices.IndexerName(\"TensorItems\")] public Tensor this[params Tensor[] "
              + "indices] { get => this; set { } }"
        },
        {
            " :: torch.Tensor this[long i1, long i2] { get; set; }",
            "[System.Runtime.CompilerServices.IndexerName(\"TensorItems\")] public Tensor this[long i1, long i2] { get "
              + "=> this; set { } }"
        },
        {
            " :: static torch.Tensor op_Addition(torch.Tensor left, Scalar right)",
            "public static Tensor operator +(Tensor left, Scalar right) => left;"
        },
        {
            " :: static float op_Explicit(torch.Tensor value)",
            "public static explicit operator float(Tensor value) => 0;"
        },
        {
            " :: static torch.Tensor op_Implicit(double[] array)",
            "public static implicit operator Tensor(double[] array) => new();"
        },
        {
            " :: override bool Equals(object? obj)",
            "public override bool Equals(object? obj) => false;"
        },
        {
            " :: protected virtual void Dispose(bool disposing)",
            "protected virtual void Dispose(bool disposing) { }"
        },
        {
            " :: bool allclose(torch.Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false)",
            "public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) => true;"
        },
        {
            " :: torch.Tensor bool()",
            "public Tensor @bool() => this;"
        },
        {
            " :: torch.Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default)",
            "public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => this;"
        },
        {
            " :: void backward(IList<torch.Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph "
              + "= false, IList<torch.Tensor>? inputs = null)",
            "public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = "
              + "false, IList<Tensor>? inputs = null) { }"
        },
        {
            " :: nint Handle { get; }",
            "public IntPtr Handle => default;"
        },
        {
            " :: static readonly field torch.Device CPU",
            "public static readonly Device CPU = new();"
        },
        {
            " :: const field PaddingModes julia = PaddingModes.Reflect",
            "public const PaddingModes julia = PaddingModes.Reflect;"
        },
        {
            " :: protected field Modules.Parameter? _bias",
            "protected TorchSharp.Modules.Parameter? _bias;"
        },
        {
            " :: field double? beta1",
            "public double? beta1;"
        },
        {
            " :: static torch.Tensor tensor(Complex[,,] rawArray, torch.ScalarType? dtype = null, torch.Device? device "
              + "= null, bool requires_grad = false, string[]? names = null)",
            "public static Tensor tensor(Complex[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool "
              + "requires_grad = false, string[]? names = null) => new();"
        },
        {
            " :: torch.Tensor smooth(float eps = 1E-08f, float beta = 1f, double p = 0.3333333333333333, double norm = "
              + "2.0, char c = 'L', string reduce = \"mean\")",
            "public Tensor smooth(float eps = 1e-8f, float beta = 1, double p = 1.0 / 3, double norm = 2, char c = "
              + "'L', string reduce = \"mean\") => this;"
        },
        {
            " :: torch.Tensor loss(torch.nn.Reduction reduction = Reduction.Mean, torch.ScalarType? type = "
              + "ScalarType.Int64)",
            "public Tensor loss(nn.Reduction reduction = nn.Reduction.Mean, ScalarType? type = ScalarType.Int64) => this;"
        },
        {
            " :: bool TryGetValue(string key, out Modules.Parameter? value)",
            "public bool TryGetValue(string key, out TorchSharp.Modules.Parameter? value) { value = null; return false; }"
        },
        {
            " :: torch.Tensor call(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null)",
            "public Tensor call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => input;"
        },
        {
            ".Inner :: enumvalue Mean = 1",
            "public enum Inner { Sum, Mean }"
        },
        {
            ".Inner :: enum",
            "public enum Inner { Sum, Mean }"
        },
        {
            ".LossClosure :: delegate nint ()",
            "public delegate nint LossClosure();"
        },
        {
            ".Net :: sealed class : torch.nn.Module<torch.Tensor, torch.Tensor>",
            "public sealed class Net() : nn.Module<Tensor, Tensor>(\"net\") { public override Tensor forward(Tensor x) "
              + "=> x; }"
        },
        {
            ".Net :: override torch.Tensor forward(torch.Tensor x)",
            "public sealed class Net() : nn.Module<Tensor, Tensor>(\"net\") { public override Tensor forward(Tensor x) "
              + "=> x; }"
        },
        {
            ".List<T> :: class : torch.nn.Module, IEnumerable, IEnumerable<T> where T : torch.nn.Module",
            "public class List<T> : nn.Module, IEnumerable<T> where T : nn.Module { public IEnumerator<T> "
              + "GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }"
        },
        {
            ".Size :: struct",
            "public readonly struct Size { public readonly int rank; }"
        },
        {
            ".Function<T> :: abstract class where T : torch.Tensor.Function<T>, new()",
            "public abstract class Function<T> where T : Function<T>, new() { }"
        },
        {
            ".Base :: protected new(string name)",
            "public abstract class Base { protected Base(string name) { } internal Base() { } }"
        },
    };

    private static readonly Lazy<List<string>> Rendered = new(() => Render(string.Join('\n', Column(1).Distinct())));

    public static TheoryData<string> Lines() => [.. Column(0).Select(line => "TorchSharp.torch.Tensor" + line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_declaration_is_written_as_in_the_list(string line) => Assert.Contains(line, Rendered.Value);

    [Fact]
    public void An_extension_method_says_this()
    {
        const string Signature = "T to<T>(this T module, torch.Device device, bool copy = false) where T : torch.nn.Module";
        List<string> lines = Render("", $"public static class Extensions {{ public static {Signature} => module; }}");
        Assert.Contains($"TorchSharp.Extensions :: static {Signature}", lines);
    }

    [Fact]
    public void What_a_user_cannot_name_is_left_out() =>
        Assert.Equal(Render(""), Render("""
            internal int hidden() => 0;
            private protected int secret() => 0;
            internal class Hidden { public int hidden() => 0; }
            ~Tensor() { }
            """));

    private static IEnumerable<string> Column(int column) => Enumerable.Range(0, Rows.GetLength(0)).Select(i => Rows[i, column]);

    private static List<string> Render(string inTensor, string beside = "")
    {
        string tensor = $"public static partial class torch {{ public partial class Tensor {{ {inTensor} }} }}";
        string source = $"{Types}\nnamespace TorchSharp {{ {tensor} {beside} }}";
        CSharpCompilationOptions library = new(OutputKind.DynamicallyLinkedLibrary);
        var compilation = CSharpCompilation.Create("sample", [CSharpSyntaxTree.ParseText(source)], Surface.Framework, library);
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return [.. Surface.Read(MetadataReference.CreateFromImage(image.ToArray())).Select(line => line.ToString())];
    }
}
