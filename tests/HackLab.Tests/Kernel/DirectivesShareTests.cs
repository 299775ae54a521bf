using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection("Kernel")]
public sealed class DirectivesShareTests : IDisposable
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("5", "int", "5")]
    [InlineData("5000000000", "long", "5000000000")]
    [InlineData("1.5e3", "double", "1500")]
    [InlineData("true", "bool", "True")]
    [InlineData("plain", "string", "plain")]
    [InlineData("\"two words\"", "string", "two words")]
    [InlineData("\"5\"", "string", "5")]
    [InlineData("[1, 2, 3]", "int[]", "1;2;3")]
    [InlineData("[1, 2.5]", "double[]", "1;2.5")]
    [InlineData("[\"a\", \"b]\"]", "string[]", "a;b]")]
    [InlineData("{\"k\": [1, {\"q\": \"}\"}]}", "System.Text.Json.JsonElement", "{\"k\": [1, {\"q\": \"}\"}]}")]
    [InlineData("@csharp:source", "System.Collections.Generic.List<int>", "4;2")]
    [InlineData("@input:\"Your name\"", "string", "answer to Your name")]
    public async Task Set_makes_an_ordinary_typed_variable(string value, string type, string text)
    {
        await _notebook.Good("var source = new List<int> { 4, 2 };");
        await _notebook.Good($"#!set --value {value} --name x");
        // The compiler itself says whether the type is right.
        await _notebook.Good($"{type} typed = x;");
        Assert.Equal(text, await _notebook.Value("(object)x is IEnumerable e and not string ? string.Join(';', e.Cast<object>()) : x.ToString()"));
    }

    [Fact]
    public async Task Set_shares_the_object_itself_whatever_its_type()
    {
        await _notebook.Good("var source = new[] { new { Name = \"proton\", Mass = 938.3 } };");
        await _notebook.Good("#!set --name other --value @csharp:source");
        Assert.Equal("(True, proton)", (await _notebook.Value("(object.ReferenceEquals(source, other), other[0].Name)"))!.Replace("\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Set_with_a_mime_type_gives_the_value_in_that_form()
    {
        await _notebook.Good("var numbers = new[] { 1, 2 };");
        await _notebook.Good("#!set --name shown --value @csharp:numbers --mime-type application/json");
        Assert.Equal("[1,2]", await _notebook.Value("shown"));
    }

    [Fact]
    public async Task A_value_cell_is_text_whatever_its_lines_look_like()
    {
        await _notebook.Good("#!value --name csv\nx,y\n#r looks like a directive\n#!so does this\n1,2\n\n#!csharp\nint lines = csv.Split('\\n').Length;");
        Assert.Equal("4", await _notebook.Value("lines"));
        await _notebook.Good("#!set --name copy --value @value:csv");
        await _notebook.Good("#!share --from value csv --as third");
        Assert.Equal("True", await _notebook.Value("copy == csv && third == csv"));
    }

    [Fact]
    public async Task A_value_can_come_from_a_file_and_be_shown()
    {
        _notebook.Write("data/note.md", "*text*");
        RecordingOutput output = await _notebook.Good("#!value --name note --from-file data/note.md --mime-type text/markdown");
        Assert.Equal("*text*", output.Displays.Single().Data["text/markdown"]);
        Assert.Equal("*text*", await _notebook.Value("note"));
    }

    [Theory]
    [InlineData("#!set --name x", "#!set needs --value.")]
    [InlineData("#!set --name x --value", "--value needs a value after it")]
    [InlineData("#!set --nam x --value 1", "there is no option --nam. Did you mean --name?")]
    [InlineData("#!set --name x --name y --value 1", "--name is there twice")]
    [InlineData("#!set --name 1x --value 1", "1x cannot be a variable's name")]
    [InlineData("#!set --name class --value 1", "class cannot be a variable's name")]
    [InlineData("#!set --name x --value a b", "what is \"b\"?")]
    [InlineData("#!set --name x --value \"open", "a \" is not closed")]
    [InlineData("#!set --name x --value [1, 2", "the [ of a JSON value is not closed")]
    [InlineData("#!set --name x --value @csharp:sorce", "there is no variable sorce. Did you mean source?")]
    [InlineData("#!set --name x --value @sqll:t", "nothing can be had from sqll. Did you mean sql?")]
    [InlineData("#!share --from sql result", "there is no SQL result or table result")]
    [InlineData("#!share result", "#!share needs --from.")]
    [InlineData("#!share --from sql", "which value?")]
    [InlineData("#!share --from value text", "there is no value text")]
    [InlineData("#!value --from-file x", "#!value needs --name.")]
    [InlineData("#!value --name v --from-file nowhere.txt", "there is no file nowhere.txt")]
    public async Task Wrong_options_are_told_in_words(string code, string words)
    {
        await _notebook.Good("int source = 1;");
        CellError error = await _notebook.Bad("// first line\n" + code);
        Assert.Equal("DirectiveError", error.Name);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task The_list_of_directives_names_all_of_them_and_the_languages()
    {
        string list = (await _notebook.Good("#!lsmagic")).Displays.Single().Data["text/html"];
        foreach (string name in (string[])["#r ", "#i ", "#load ", "#!import ", "#!set ", "#!share ", "#!value ", "#!sql ", "#!mermaid ", "#!time", "#!csharp"])
            Assert.Contains("<td>" + name, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_in_a_language_that_is_not_here_is_skipped_with_a_sentence()
    {
        (CellResult result, RecordingOutput output) = await _notebook.Run("#!fsharp\nlet x = 1");
        Assert.Equal(CellStatus.Skipped, result.Status);
        Assert.Contains("this is fsharp", output.ShownText, StringComparison.Ordinal);
    }

    public void Dispose() => _notebook.Dispose();
}
