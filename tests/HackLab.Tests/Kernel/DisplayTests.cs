using System.Diagnostics.CodeAnalysis;
using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel
{
    [Collection(KernelCollection.Name)]
    public sealed class DisplayTests : IDisposable
    {
        private const string Convention = """
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type source) { FormatterSourceType = source; }
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Shown(string mimeType)
            {
                public string MimeType => mimeType;
                public bool Format(object value, System.IO.TextWriter writer) { writer.Write($"[{mimeType}] {((IMark)value).Mark}"); return true; }
            }
            class Source { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Shown("text/html"), new Shown("text/plain") }; }
            interface IMark { string Mark { get; } }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "text/plain" })]
            class Marked : IMark { public string Mark => "direct"; }
            class Derived : Marked { }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "text/plain" })]
            interface IRich : IMark { }
            class Implements : IRich { public string Mark => "by interface"; }
            """;

        private readonly TestSession _session = new();

        public void Dispose()
        {
            Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();
            _session.Dispose();
        }

        [Fact]
        public async Task Formatters_are_found_by_convention_on_type_base_and_interface()
        {
            await _session.Run(Convention);
            foreach ((string code, string mark) in new[] { ("new Marked()", "direct"), ("new Derived()", "direct"), ("new Implements()", "by interface") })
            {
                MimeBundle bundle = (await _session.Run(code)).Output.Events.OfType<RecordingOutput.Resulted>().Single().Value;
                Assert.Equal("[text/html] " + mark, bundle.Data["text/html"]);
                Assert.Equal("[text/plain] " + mark, bundle.Data["text/plain"]);
            }
        }

        [Fact]
        public async Task Nested_values_use_their_own_formatters()
        {
            await _session.Run(Convention);
            Assert.Contains("[text/plain] direct", await _session.Value("new { A = new Marked() }.A is var m ? new[] { m } : null"));
            Assert.Contains("[text/html] direct", (await _session.Run("display(new[] { new { A = new Marked() } });")).Output.Displays[0].Data["text/html"]);
        }

        [Fact]
        public async Task Attributes_that_are_internal_to_a_library_count()
        {
            await _session.Run($"#r \"{typeof(DisplayTests).Assembly.Location.Replace('\\', '/')}\"");
            Assert.Equal("rich!", await _session.Value("new HackLab.Tests.Kernel.Library.Rich()"));
        }

        [Fact]
        public async Task A_notebook_can_register_how_a_type_is_shown()
        {
            await _session.Run("using Microsoft.DotNet.Interactive.Formatting;\nrecord P(int X); interface IThing { } class Thing : IThing { }");
            await _session.Run("Formatter.Register<P>((p, w) => w.Write($\"P at {p.X}\"), \"text/plain\"); Formatter.Register<IThing>(t => \"a thing\");");
            Assert.Equal("P at 3", await _session.Value("new P(3)"));
            Assert.Equal("a thing", await _session.Value("new Thing()"));
            await _session.Run("Formatter.Register<P>(p => $\"<b>{p.X}</b>\", \"text/html\"); Formatter.SetPreferredMimeTypesFor(typeof(P), \"text/html\");");
            Assert.Equal("<b>4</b>", (await _session.Run("display(new P(4));")).Output.Displays[0].Data["text/html"]);
            Assert.Equal("P at 5", await _session.Value("new P(5).ToDisplayString(\"text/plain\")"));
        }

        [Fact]
        public async Task A_formatter_that_fails_shows_its_failure()
        {
            await _session.Run("using Microsoft.DotNet.Interactive.Formatting;\nrecord Q(int X);\nFormatter.Register<Q>((q, w) => throw new InvalidOperationException(\"broken\"));");
            Assert.Contains("InvalidOperationException: broken", await _session.Value("new Q(1)"));
        }

        [Theory]
        [InlineData("\"**b**\".DisplayAs(\"text/markdown\");", "text/markdown", "**b**")]
        [InlineData("display(HTML(\"<i>x</i>\"));", "text/html", "<i>x</i>")]
        [InlineData("display(\"E=mc^2\", \"text/latex\");", "text/latex", "E=mc^2")]
        [InlineData("display(new { A = 1 }, \"application/json\");", "application/json", "{\"A\":1}")]
        [InlineData("Javascript(\"alert(1)\");", "application/javascript", "alert(1)")]
        [InlineData("CSS(\"b{}\");", "text/html", "<style>b{}</style>")]
        [InlineData("42.Display();", "text/plain", "42")]
        [InlineData("display(null);", "text/plain", "null")]
        public async Task A_value_is_shown_in_the_form_asked_for(string code, string mimeType, string expected) =>
            Assert.Equal(expected, (await _session.Run(code)).Output.Displays[0].Data[mimeType]);

        [Fact]
        public async Task A_shown_value_can_be_replaced_even_by_a_later_cell()
        {
            RecordingOutput first = (await _session.Run("var shown = display(\"one\"); shown.Update(\"two\");")).Output;
            RecordingOutput later = (await _session.Run("shown.Update(\"three\");")).Output;
            string? id = first.Events.OfType<RecordingOutput.Displayed>().Single().Id;
            Assert.NotNull(id);
            // Clients take messages of the running cell only, so the later cell is the one that sends.
            Assert.Equal([("two", id)], first.Events.OfType<RecordingOutput.Updated>().Select(u => (u.Value.Data["text/plain"], u.Id)));
            Assert.Equal([("three", id)], later.Events.OfType<RecordingOutput.Updated>().Select(u => (u.Value.Data["text/plain"], u.Id)));
        }

        [Theory]
        [InlineData("new[] { 1, 2, 3 }", "[ 1, 2, 3 ]")]
        [InlineData("new int[0]", "[]")]
        [InlineData("new[] { \"a\", null }", "[ \"a\", null ]")]
        [InlineData("new[] { new[] { 1 }, new[] { 2, 3 } }", "[\n  [ 1 ],\n  [ 2, 3 ]\n]")]
        [InlineData("new[,] { { 1, 20 }, { 3, 4 } }", "int[2, 2]\n   1 20\n   3  4")]
        [InlineData("(1, \"a\", (2, 3))", "(1, \"a\", (2, 3))")]
        [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "{ \"a\": 1 }")]
        [InlineData("new { A = 1, B = \"x\" }", "{ A = 1, B = x }")]
        [InlineData("new { A = new[] { 1, 2 }, B = new { C = new List<string> { \"x\" } }, D = (int?)null }", "{ A = [ 1, 2 ], B = { C = [ \"x\" ] }, D = null }")]
        [InlineData("new { }", "{ }")]
        [InlineData("Enumerable.Range(0, 3)", "[ 0, 1, 2 ]")]
        [InlineData("Enumerable.Range(0, 1000).ToArray()", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … (980 more) ]")]
        [InlineData("typeof(Dictionary<string, int[]>)", "Dictionary<string, int[]>")]
        [InlineData("new DateTime(2026, 1, 2)", "2026-01-02")]
        [InlineData("DayOfWeek.Monday", "Monday")]
        [InlineData("double.NaN", "NaN")]
        [InlineData("new List<List<int>> { new() { 1 } }", "[\n  [ 1 ]\n]")]
        [InlineData("new HashSet<int> { 1, 2 }", "[ 1, 2 ]")]
        [InlineData("new Exception(\"oops\")", "Exception: oops")]
        public async Task Values_have_a_text(string code, string expected) => Assert.Equal(expected, await _session.Value(code));

        [Fact]
        public async Task An_endless_sequence_is_cut()
        {
            await _session.Run("IEnumerable<int> Naturals() { int i = 0; while (true) yield return i++; }");
            Assert.EndsWith("19, … (more) ]", await _session.Value("Naturals()"));
        }

        [Theory]
        [InlineData("class Node { public Node Next { get; set; } public int Id { get; set; } }\nvar n = new Node { Id = 1 }; n.Next = n; n")]
        [InlineData("var list = new List<object>(); list.Add(list); list")]
        [InlineData("var map = new Dictionary<string, object>(); map[\"me\"] = map; map")]
        [InlineData("record Ring(string Name) { public Ring Next { get; set; } }\nvar r = new Ring(\"a\"); r.Next = r; r")]
        public async Task Circles_end(string code)
        {
            Ran ran = await _session.Run(code);
            MimeBundle bundle = ran.Output.Events.OfType<RecordingOutput.Resulted>().Single().Value;
            Assert.All(bundle.Data.Values, text => Assert.InRange(text.Length, 1, 200_000));
        }

        [Fact]
        public async Task A_property_that_throws_does_not_hide_the_others()
        {
            string? text = await _session.Value("class Half { public int Good => 1; public int Bad => throw new InvalidOperationException(\"no value\"); }\nnew Half()");
            Assert.Contains("Good = 1", text);
            Assert.Contains("no value", text);
        }

        [Theory]
        [InlineData("class Bad { public override string ToString() => throw new InvalidOperationException(\"no text\"); }\nnew Bad()", "no text")]
        [InlineData("IEnumerable<int> Breaks() { yield return 1; throw new InvalidOperationException(\"no more\"); }\nBreaks()", "no more")]
        public async Task A_value_that_cannot_be_shown_says_why(string code, string why) => Assert.Contains(why, await _session.Value(code));

        [Fact]
        public async Task A_property_that_never_ends_can_be_interrupted()
        {
            Task<CellResult> running = _session.Start(
                "class Slow { public int Never { get { while (true) { } } } }\nConsole.WriteLine(\"started\");\nnew Slow()", out _);
            _session.Kernel.Interrupt();
            Assert.Equal(CellStatus.Interrupted, (await running).Status);
        }

        [Fact]
        public async Task A_sequence_of_objects_is_a_table_with_escaped_text()
        {
            string html = (await _session.Run("display(new[] { new { Name = \"<b>\", Mass = 1.5 } });")).Output.Displays[0].Data["text/html"];
            Assert.Contains("<th>Name</th><th>Mass</th>", html);
            Assert.Contains("&lt;b&gt;", html);
            Assert.DoesNotContain("<b>", html);
        }
    }
}

namespace HackLab.Tests.Kernel.Library
{
    /// <summary>A library's own attribute of the agreed name, which nobody else can see.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
    }

    [TypeFormatterSource(typeof(RichSource))]
    public sealed class Rich;

    [SuppressMessage("Performance", "CA1822", Justification = "The convention asks for instance members.")]
    internal sealed class RichSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new RichFormatter("text/html"), new RichFormatter("text/plain")];
    }

    internal sealed class RichFormatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write("rich!");
            return true;
        }
    }
}
