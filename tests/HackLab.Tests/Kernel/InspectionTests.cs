using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection(KernelCollection.Name)]
public sealed class InspectionTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    private async Task<string> Plain(string marked) =>
        (await _session.Inspect(marked) ?? throw new InvalidOperationException("Nothing was found.")).Data["text/plain"];

    private async Task<string> Markdown(string marked) =>
        (await _session.Inspect(marked) ?? throw new InvalidOperationException("Nothing was found.")).Data["text/markdown"];

    [Fact]
    public async Task A_method_of_the_base_library_shows_signature_and_documentation()
    {
        string text = await Plain("\"abc\".Sub|string(1)");
        Assert.Contains("string.Substring(int startIndex)", text);
        Assert.Contains("substring", text);
        Assert.Contains("startIndex: ", text);
        Assert.Contains("Returns:", text);
        Assert.Contains("ArgumentOutOfRangeException: ", text);
        Assert.Contains("(+ 1 overload)", text);
        string markdown = await Markdown("\"abc\".Sub|string(1)");
        Assert.StartsWith("```csharp\n", markdown);
        Assert.Contains("**Parameters**", markdown);
    }

    [Theory]
    [InlineData("Math.Max(1, |")]
    [InlineData("Math.Max(1, |)")]
    [InlineData("Math.Max(1,|2)")]
    [InlineData("var m = 1 + Math.Max(Math.Min(1, 2), | ;\nint next = 1;")]
    public async Task An_open_argument_list_shows_overloads_and_the_current_parameter(string marked)
    {
        string text = await Plain(marked);
        Assert.Contains("Math.Max(int val1, int val2)", text);
        Assert.Contains("Math.Max(double val1, double val2)", text);
        Assert.Contains("val2 (", text);
        Assert.DoesNotContain("val1 (int)", text);
    }

    [Theory]
    [InlineData("Math.Max(1, |", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max(1.5, |", "double Math.Max(double val1, double val2)")]
    [InlineData("string.Join(\",\", |", "string string.Join(string separator")]
    [InlineData("new[] { 1 }.Select(|", "IEnumerable<TResult> IEnumerable<int>.Select<int, TResult>(Func<int, TResult> selector)")]
    public async Task The_overload_that_fits_what_is_typed_comes_first(string marked, string expected) => Assert.StartsWith(expected, await Plain(marked));

    [Fact]
    public async Task An_argument_by_name_is_the_current_parameter()
    {
        await _session.Run("double Fit(double[] x, int degree = 1, bool robust = false) => 0;");
        string text = await Plain("Fit(new double[0], robust: |");
        Assert.Contains("double Fit(double[] x, int degree = 1, bool robust = false)", text);
        Assert.Contains("robust (bool)", text);
    }

    [Theory]
    [InlineData("new List<int>(|", "List<int>.List(int capacity)")]
    [InlineData("Action<int> act = n => { }; act(|", "Action<int>.Invoke(int obj)")]
    [InlineData("var d = new Dictionary<string, int>(); d[|", "this[string key]")]
    [InlineData("new[] { 1 }.Select(|", "Select<")]
    public async Task Constructors_delegates_indexers_and_extension_methods_show_their_parameters(string marked, string expected) =>
        Assert.Contains(expected, await Plain(marked));

    [Fact]
    public async Task A_name_within_arguments_is_itself()
    {
        string text = await Plain("int width = 3; Math.Max(wid|th, 2)");
        Assert.Contains("int width", text);
        Assert.DoesNotContain("Math.Max", text);
    }

    [Fact]
    public async Task A_variable_shows_type_and_value_now()
    {
        await _session.Run("var mass = 125.25; var xs = new int[3, 4]; var words = new List<string> { \"a\", \"b\" }; object boxed = 1; string none = null;");
        Assert.Contains("double mass", await Plain("ma|ss"));
        Assert.Contains("125.25", await Plain("ma|ss"));
        Assert.Contains("int[3, 4]", await Plain("x|s"));
        Assert.Contains("2 elements", await Plain("words|"));
        Assert.Contains("Value now: 1", await Plain("boxed|"));
        Assert.Contains("Value now: null", await Plain("none|"));
        await _session.Run("mass = 91.5;");
        Assert.Contains("91.5", await Plain("mass|.ToString()"));
    }

    [Fact]
    public async Task A_type_shows_what_it_is_and_how_many_members_it_has()
    {
        string text = await Plain("new Lis|t<int>()");
        Assert.Contains("class List<int> : ", text);
        Assert.Contains("In System.Collections.Generic: 3 constructors", text);
        Assert.Contains("strongly typed list", text);
        Assert.Contains("struct int", await Plain("in|t n = 1;"));
        Assert.Contains("enum DayOfWeek", await Plain("DayOf|Week d;"));
    }

    [Fact]
    public async Task Types_and_methods_of_cells_show_their_own_comments()
    {
        await _session.Run("""
            /// <summary>Mean of <paramref name="values"/>, see <see cref="Sum"/>.</summary>
            /// <param name="values">The <c>numbers</c>, at least one.</param>
            /// <returns>Their mean.</returns>
            /// <exception cref="System.ArgumentException">There are none.</exception>
            /// <example><code>
            ///     Mean([1, 3])   // 2
            /// </code></example>
            double Mean(double[] values) => values.Average();
            double Sum(double[] values) => values.Sum();
            /// <summary>A point.</summary>
            /// <param name="X">Metres east.</param>
            record Place(double X);
            """);
        string text = await Plain("Mea|n([1])");
        Assert.Contains("double Mean(double[] values)", text);
        Assert.Contains("Mean of values, see Sum.", text);
        Assert.Contains("values: The numbers, at least one.", text);
        Assert.Contains("ArgumentException: There are none.", text);
        Assert.Contains("    Mean([1, 3])   // 2", text);
        string markdown = await Markdown("Mea|n([1])");
        Assert.Contains("Mean of `values`, see `Sum`.", markdown);
        Assert.Contains("```csharp\nMean([1, 3])   // 2\n```", markdown);
        Assert.Contains("values (double[]): The numbers", await Plain("Mean(|"));
        Assert.Contains("A point.", await Plain("Pla|ce p;"));
        Assert.Contains("Metres east.", await Plain("new Place(1).X|"));
    }

    [Fact]
    public async Task Comments_that_inherit_show_what_they_inherit()
    {
        await _session.Run("""
            interface IModel
            {
                /// <summary>Fits to data.</summary>
                /// <param name="n">How often.</param>
                void Fit(int n);
            }
            class Base
            {
                /// <summary>Resets all.</summary>
                public virtual void Reset() { }
            }
            class Tree : Base, IModel
            {
                /// <inheritdoc/>
                /// <remarks>By splitting.</remarks>
                public void Fit(int n) { }
                public override void Reset() { }
                /// <inheritdoc cref="Reset"/>
                public void Again() { }
            }
            """);
        string text = await Plain("new Tree().Fi|t(1)");
        Assert.Contains("Fits to data.", text);
        Assert.Contains("n: How often.", text);
        Assert.Contains("By splitting.", text);
        Assert.Contains("Resets all.", await Plain("new Tree().Rese|t()"));
        Assert.Contains("Resets all.", await Plain("new Tree().Aga|in()"));
    }

    [Fact]
    public async Task Lists_and_links_are_rendered()
    {
        await _session.Run("""
            /// <summary>One. <see langword="null"/> and 2 * 3.
            /// <para>Two, <see href="https://example.org">there</see>.</para>
            /// <list type="bullet"><item><term>a</term><description>first</description></item><item>second</item></list></summary>
            void Listed() { }
            """);
        string markdown = await Markdown("Lis|ted()");
        Assert.Contains("One. `null` and 2 \\* 3.\n\nTwo, [there](https://example.org).", markdown);
        Assert.Contains("- **a**: first\n- second", markdown);
        Assert.Contains("  - a: first\n  - second", await Plain("Lis|ted()"));
    }

    [Theory]
    [InlineData("for|each (var x in new int[0]) { }", "foreach (keyword)")]
    [InlineData("yie|ld", "yield (keyword)")]
    [InlineData("#!ti|me", "#!time (directive)")]
    [InlineData("#!mark|down\nhello", "#!markdown (directive)")]
    public async Task Keywords_and_directives_are_told_in_a_sentence(string marked, string expected) => Assert.StartsWith(expected, await Plain(marked));

    [Theory]
    [InlineData("|")]
    [InlineData("var s = \"Conso|le\";")]
    [InlineData("// Conso|le")]
    [InlineData("unknownNa|me")]
    [InlineData("#!html\n<b>Conso|le</b>")]
    [InlineData("1 + 2|3")]
    [InlineData("{ } |")]
    public async Task Nothing_is_told_where_nothing_is(string marked) => Assert.Null(await _session.Inspect(marked));

    [Theory]
    [InlineData("(;\nConsole.Wri|teLine(1)", "Console.WriteLine(int value)")]
    [InlineData("#!time\nConsole.Write|Line(1)", "Console.WriteLine(int value)")]
    [InlineData("var q = new[] { \"a\" }.Select(w => w.Len|gth);", "string.Length")]
    [InlineData("namespace N { class C { int F() => Math.Ab|s(1); } }", "Math.Abs(int value)")]
    [InlineData("va|r x = new List<int>();", "class List<int>")]
    [InlineData("Func<int, int> f = par|am => param;", "int param")]
    [InlineData("System.Coll|ections", "namespace System.Collections")]
    public async Task Whatever_stands_there_is_found(string marked, string expected) => Assert.Contains(expected, await Plain(marked));

    [Theory]
    [InlineData("M:System.String.Trim(System.Char)", "String.Trim")]
    [InlineData("T:System.Collections.Generic.List`1", "List")]
    [InlineData("M:System.Text.Rune.#ctor(System.Char)", "Rune")]
    [InlineData("!:lost", "lost")]
    public void A_cref_is_shortened(string cref, string expected) =>
        Assert.Equal(expected, HackLab.Kernel.Inspection.DocumentationText.ShortName(cref));
}
