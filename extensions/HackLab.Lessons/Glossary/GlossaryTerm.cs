namespace HackLab.Lessons;

/// <summary>One word of the glossary.</summary>
/// <param name="Term">The word as lessons write it, such as <c>AUC</c>; a bracket tells words that look the same apart.</param>
/// <param name="Also">Other names for it and what an acronym stands for.</param>
/// <param name="Plain">What it is, in one sentence for somebody of 16.</param>
/// <param name="Expert">What it is exactly, in one sentence, with the formula where that helps.</param>
/// <param name="Field">Where it comes from, such as <c>statistics</c>.</param>
/// <param name="Italian">The word in Italian.</param>
/// <param name="Lesson">The first lesson that needs it, such as <c>higgs/1-beginner</c>.</param>
/// <param name="See">Terms to read next.</param>
public sealed record GlossaryTerm(
    string Term,
    IReadOnlyList<string> Also,
    string Plain,
    string Expert,
    string Field,
    GlossaryGloss Italian,
    string Lesson,
    IReadOnlyList<string> See);

/// <summary>A word of the glossary in another language.</summary>
/// <param name="Term">The word that is used there.</param>
/// <param name="Sentence">What it is, in one short sentence.</param>
public sealed record GlossaryGloss(string Term, string Sentence);
