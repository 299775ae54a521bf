using System.Reflection;

namespace HackLab.Kernel.Execution;

/// <summary>A variable of the session.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its value now.</param>
internal sealed record SessionVariable(string Name, Type Type, object? Value);

/// <summary>The variables that cells declared; a later declaration hides an earlier one of the same name.</summary>
internal sealed class SessionVariables
{
    private readonly Lock _gate = new();            // inspection looks while a cell runs
    private readonly List<object> _submissions = [];

    /// <summary>Adds the instance that holds a cell's variables.</summary>
    public void Add(object submission)
    {
        lock (_gate) _submissions.Add(submission);
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<SessionVariable> All()
    {
        var variables = new SortedDictionary<string, SessionVariable>(StringComparer.Ordinal);
        foreach (object submission in Submissions())
        {
            foreach (FieldInfo field in Fields(submission))
                variables[field.Name] = new SessionVariable(field.Name, field.FieldType, field.GetValue(submission));
        }
        return [.. variables.Values];
    }

    /// <summary>One of them; null if there is none of that name.</summary>
    public SessionVariable? Find(string name)
    {
        foreach (object submission in Submissions().Reverse())
        {
            FieldInfo? field = Fields(submission).FirstOrDefault(f => f.Name == name);
            if (field is not null) return new SessionVariable(name, field.FieldType, field.GetValue(submission));
        }
        return null;
    }

    private object[] Submissions()
    {
        lock (_gate) return [.. _submissions];
    }

    private static IEnumerable<FieldInfo> Fields(object submission) => submission.GetType()
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(field => !field.Name.Contains('<'));
}
