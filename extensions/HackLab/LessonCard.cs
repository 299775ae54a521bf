using System.Globalization;
using System.Runtime.InteropServices;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Data.Hosting;

namespace HackLab;

/// <summary>What an opened lesson runs on, in words.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class LessonCard : IRichDisplay
{
    private readonly Table _table;

    internal LessonCard(string lesson, LessonScale scale, string? realData)
    {
        (Lesson, Title, Scale) = (lesson, TitleOf(lesson), scale);
        _table = new Table($"{Title} — ready", ["", ""],
        [
            ["runs in", $"{NotebookHost.Name}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"],
            ["machine", string.Create(CultureInfo.InvariantCulture, $"{Cores()}, {Memory():0.0} GB of memory for this notebook")],
            ["scale", scale switch
            {
                LessonScale.Smoke => "smoke: as little as shows that everything works",
                LessonScale.Full => "full: all of the data, as long as it takes",
                _ => $"class: sized for two laptop cores ({Lab.ScaleVariable} = smoke, class or full changes it)",
            }],
            ["real data", realData is null
                ? $"none found; lessons use what they bring along ({RealDataFolder.Variable} names a folder)"
                : Contents(realData, lesson.Split('/', '\\')[0])],
        ]);
    }

    /// <summary>The lesson as it was opened, such as <c>higgs/1-beginner</c>.</summary>
    public string Lesson { get; }

    /// <summary>The lesson in words, such as <c>Higgs, level 1: beginner</c> or <c>Warm up 2: arrays</c>.</summary>
    public string Title { get; }

    /// <summary>How much it will compute.</summary>
    public LessonScale Scale { get; }

    /// <inheritdoc/>
    public string ToHtml() => _table.ToHtml();

    /// <inheritdoc/>
    public string ToText() => _table.ToText();

    /// <summary>The card as text.</summary>
    public override string ToString() => ToText();

    private static string TitleOf(string lesson)
    {
        string[] parts = lesson.Split('/', '\\');
        bool way = IsNumbered(parts[0]);   // 0-start and 1-warm-up: the way in, whose lessons are no levels
        string topic = way ? parts[0][2..] : parts[0].Replace('-', ' ');
        topic = char.ToUpperInvariant(topic[0]) + topic[1..];
        if (parts.Length == 1) return topic;
        string name = parts[^1];
        if (!IsNumbered(name)) return $"{topic}: {name.Replace('-', ' ')}";
        return $"{topic}{(way ? "" : ", level")} {name[0]}: {name[2..].Replace('-', ' ')}";
    }

    private static bool IsNumbered(string name) => name.Length > 2 && char.IsAsciiDigit(name[0]) && name[1] == '-';

    private static string Cores() => Environment.ProcessorCount == 1 ? "1 core" : $"{Environment.ProcessorCount} cores";

    private static double Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;

    private static string Contents(string folder, string topic)
    {
        string[] names = [.. Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!)];
        string topics = names.Length == 1 ? "1 topic" : $"{names.Length} topics";
        return IsNumbered(topic) ? $"{folder} ({topics}; not needed here)"
            : $"{folder} ({topics}, {(names.Contains(topic) ? $"{topic} among them" : $"none called {topic}")})";
    }
}
