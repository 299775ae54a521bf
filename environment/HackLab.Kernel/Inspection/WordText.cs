using HackLab.Kernel.Directives;

namespace HackLab.Kernel.Inspection;

/// <summary>One sentence on each keyword and directive.</summary>
internal static class WordText
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["abstract"] = "A member without a body, which a derived class supplies; or a class of which no object can be made.",
        ["and"] = "Joins two patterns, both of which must match: `x is > 0 and < 10`.",
        ["as"] = "Converts a reference to a type, or gives null if it is of another: `shape as Circle`.",
        ["async"] = "Marks a function that may wait with `await` without holding its thread.",
        ["await"] = "Waits for a task and gives its result; other work goes on meanwhile.",
        ["base"] = "The members that a class inherits, as its base class declared them.",
        ["break"] = "Leaves the innermost loop or switch.",
        ["case"] = "One branch of a switch.",
        ["catch"] = "Runs if the try block before it threw an exception that fits.",
        ["checked"] = "Whole-number overflow within it throws an exception instead of wrapping around.",
        ["class"] = "Declares a type of objects that are shared by reference.",
        ["const"] = "Declares a value that is known when the code is compiled and never changes.",
        ["continue"] = "Goes on with the next turn of the innermost loop.",
        ["default"] = "The value a type starts with (0, false, null); in a switch, the branch for everything else.",
        ["delegate"] = "Declares a type of functions, or a function without a name.",
        ["do"] = "Runs a block, then repeats it while a condition holds: `do { … } while (x > 0);`.",
        ["else"] = "What runs if the condition of the if before it does not hold.",
        ["enum"] = "Declares a type with a few named values.",
        ["event"] = "Declares something that others can ask to be told of.",
        ["explicit"] = "Declares a conversion that must be written out: `(Celsius)x`.",
        ["extern"] = "Declares a function that is written elsewhere, as in a native library.",
        ["false"] = "One of the two values of bool.",
        ["finally"] = "Runs when the try block before it ends, however it ends.",
        ["fixed"] = "Holds an object in place while a pointer points into it (unsafe code).",
        ["for"] = "Counts: `for (int i = 0; i < n; i++) { … }` runs the block n times.",
        ["foreach"] = "Runs a block for each element of a sequence: `foreach (var x in xs) { … }`.",
        ["from"] = "Starts a query: `from x in xs where x > 0 select x * x`.",
        ["get"] = "Gives a property's value.",
        ["goto"] = "Jumps to a label, or to another branch of a switch.",
        ["group"] = "In a query, gathers elements by a key: `group x by x.Kind`.",
        ["if"] = "Runs the statement that follows only if a condition holds.",
        ["implicit"] = "Declares a conversion that happens by itself.",
        ["in"] = "Names the sequence of a foreach or query; of a parameter: passed by reference, and only read.",
        ["init"] = "Sets a property while its object is being made, and never again.",
        ["interface"] = "Declares what members a type has, without saying how they work.",
        ["internal"] = "Can be used only within the same assembly.",
        ["into"] = "In a query, goes on with the groups or results made so far.",
        ["is"] = "Asks whether a value matches a type or pattern: `x is int n`.",
        ["join"] = "In a query, pairs elements of two sequences that have equal keys.",
        ["let"] = "In a query, names a value that is used later in it.",
        ["lock"] = "Runs a block on one thread at a time.",
        ["nameof"] = "The name of a variable, type or member as a string.",
        ["namespace"] = "Gathers types under a common name.",
        ["new"] = "Makes an object: `new List<int>()`.",
        ["not"] = "A pattern that matches what another does not: `x is not null`.",
        ["null"] = "A reference to nothing.",
        ["operator"] = "Declares what an operator such as + does with a type.",
        ["or"] = "Joins two patterns, one of which must match: `x is 0 or 1`.",
        ["orderby"] = "In a query, sorts by a key.",
        ["out"] = "An argument through which a function gives back a value: `int.TryParse(s, out int n)`.",
        ["override"] = "Replaces a member that the base class declared virtual or abstract.",
        ["params"] = "A last parameter that takes any number of arguments.",
        ["partial"] = "A type whose parts are written in several places.",
        ["private"] = "Can be used only within the same type.",
        ["protected"] = "Can be used within the type and those derived from it.",
        ["public"] = "Can be used everywhere.",
        ["readonly"] = "Set once, when its object is made.",
        ["record"] = "Declares a type of values with names, equality and text: `record Point(double X, double Y);`.",
        ["ref"] = "By reference: what is done to it is done to the original variable.",
        ["required"] = "A property that must be set when an object is made.",
        ["return"] = "Ends a function, with the value it gives.",
        ["sealed"] = "A class from which none can be derived.",
        ["select"] = "In a query, says what each result is.",
        ["set"] = "Takes a property's new value, which is called value.",
        ["sizeof"] = "How many bytes a value of a type takes.",
        ["stackalloc"] = "Makes a short-lived array on the stack.",
        ["static"] = "Belongs to the type itself, not to one object of it.",
        ["struct"] = "Declares a type of values that are copied, not shared.",
        ["switch"] = "Chooses by a value: `x switch { 0 => \"zero\", _ => \"other\" }`, or statements after `case`.",
        ["this"] = "The object whose member is running; on a first parameter, it makes an extension method.",
        ["throw"] = "Ends the function with an exception: `throw new ArgumentException(\"…\")`.",
        ["true"] = "One of the two values of bool.",
        ["try"] = "Runs a block whose exceptions are handled by the catch and finally that follow.",
        ["typeof"] = "The Type object of a type.",
        ["unchecked"] = "Whole-number overflow within it wraps around.",
        ["unsafe"] = "Allows pointers.",
        ["using"] = "Makes the names of a namespace usable; on a variable, disposes of it at the end of its block.",
        ["value"] = "In a set accessor, the new value.",
        ["var"] = "The compiler finds the variable's type from its value.",
        ["virtual"] = "A member that derived classes may override.",
        ["void"] = "A function that gives no value.",
        ["volatile"] = "A field that other threads may change at any time.",
        ["when"] = "A further condition on a case or a catch.",
        ["where"] = "In a query, keeps the elements for which a condition holds; on a generic type, limits its type parameter.",
        ["while"] = "Repeats a block as long as a condition holds.",
        ["with"] = "A copy of a record in which some properties differ: `p with { X = 1 }`.",
        ["yield"] = "Gives the next element of a sequence from within the function that makes it.",
    };

    /// <summary>What a keyword is for; null if it is not known.</summary>
    public static MimeBundle? OfKeyword(string word) =>
        Keywords.TryGetValue(word, out string? sentence) ? Bundle(word, "keyword", sentence) : null;

    /// <summary>What the directive of a line does; null if it is not known.</summary>
    public static MimeBundle? OfDirective(Session session, string line)
    {
        string name = (line.StartsWith("#!", StringComparison.Ordinal) ? "#!" : "#") + CellParser.Name(line).Name;
        if (session.Directives.All.FirstOrDefault(d => d.Name == name) is { } directive)
            return Bundle($"{directive.Name} {directive.Usage}".TrimEnd(), "directive", directive.Summary);
        return name.StartsWith("#!", StringComparison.Ordinal) && session.Languages.Names.Contains(name[2..])
            ? Bundle(name, "directive", $"The lines that follow are in {name[2..]}.")
            : null;
    }

    private static MimeBundle Bundle(string word, string kind, string sentence) => new(new Dictionary<string, string>
    {
        ["text/markdown"] = $"`{word}` ({kind})\n\n{sentence}",
        ["text/plain"] = $"{word} ({kind}): {sentence.Replace("`", "", StringComparison.Ordinal)}",
    });
}
