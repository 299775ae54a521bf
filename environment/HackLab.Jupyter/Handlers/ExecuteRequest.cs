using System.Text.Json;
using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>What an execute_request asks for.</summary>
internal sealed record ExecuteRequest(
    string Code, string Language, bool Silent, bool StoreHistory, bool AllowStdin, bool StopOnError,
    IReadOnlyList<KeyValuePair<string, string>> UserExpressions)
{
    /// <summary>Reads it, with the specification's defaults for what is missing.</summary>
    /// <exception cref="FormatException">There is no code.</exception>
    public static ExecuteRequest Parse(JupyterMessage message)
    {
        JsonElement content = message.Content;
        bool silent = JsonContent.Flag(content, "silent", missing: false);
        return new ExecuteRequest(
            JsonContent.Text(content, "code"), LanguageOf(message.Metadata), silent,
            !silent && JsonContent.Flag(content, "store_history", missing: true),
            JsonContent.Flag(content, "allow_stdin", missing: true), JsonContent.Flag(content, "stop_on_error", missing: true),
            Expressions(content));
    }

    /// <summary>The language that polyglot notebooks keep in each cell's metadata.</summary>
    private static string LanguageOf(JsonElement metadata)
    {
        foreach ((string section, string name) in new[] { ("polyglot_notebook", "kernelName"), ("dotnet_interactive", "language") })
        {
            if (!metadata.TryGetProperty(section, out JsonElement found) || found.ValueKind != JsonValueKind.Object) continue;
            string language = JsonContent.Text(found, name, "");
            if (language.Length > 0) return language;
        }

        return "csharp";
    }

    private static List<KeyValuePair<string, string>> Expressions(JsonElement content)
    {
        var expressions = new List<KeyValuePair<string, string>>();
        if (!content.TryGetProperty("user_expressions", out JsonElement asked) || asked.ValueKind != JsonValueKind.Object) return expressions;
        foreach (JsonProperty expression in asked.EnumerateObject())
        {
            if (expression.Value.ValueKind == JsonValueKind.String) expressions.Add(new(expression.Name, expression.Value.GetString()!));
        }

        return expressions;
    }
}
