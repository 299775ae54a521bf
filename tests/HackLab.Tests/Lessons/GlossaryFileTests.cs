using System.Text.RegularExpressions;
using HackLab.Lessons;
using Xunit;

namespace HackLab.Tests.Lessons;

/// <summary>What <c>notebooks/glossary.json</c> promises its readers; a failure names the terms to mend.</summary>
public sealed partial class GlossaryFileTests
{
    private static readonly string[] Fields =
    [
        "machine learning", "statistics", "particle physics", "astronomy", "NMR", "quantum", "imaging", "text",
        "programming", "C#",
    ];

    private static readonly string[] Families =
    [
        "higgs", "particle-images", "lensing", "nmr", "exoplanets", "renaissance", "quantum",
        "lesions", "lhc-events", "gravitational-waves", "graphs", "transformers", "generative",
    ];

    private static readonly string[] Levels = ["1-beginner", "2-intermediate", "3-hackathon"];

    private static readonly IReadOnlyList<GlossaryTerm> Terms = Glossary.Load().Terms;

    private static readonly string[] Names = [.. Terms.Select(t => t.Term)];

    [Fact]
    public void There_are_at_least_150_terms_and_none_twice()
    {
        Assert.True(Terms.Count >= 150, $"{Terms.Count} terms");
        Nobody(Terms.GroupBy(t => Spelling.Key(t.Term)).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void They_stand_in_alphabetical_order() =>
        Assert.Equal(Names.OrderBy(name => name.TrimStart('.').ToLowerInvariant(), StringComparer.Ordinal), Names);

    [Fact]
    public void Every_part_is_filled_and_without_stray_blanks() => Nobody(Terms
        .Where(t => Parts(t).Any(s => s.Length == 0 || s.Trim() != s || s.Contains("  ", StringComparison.Ordinal)))
        .Select(t => t.Term));

    [Fact]
    public void A_plain_sentence_is_one_sentence_of_at_most_30_words() => Nobody(Terms
        .Where(t => Words(t.Plain) > 30 || !IsOneSentence(t.Plain))
        .Select(t => $"{t.Term}: {t.Plain}"));

    [Fact]
    public void An_exact_sentence_is_short_enough_for_a_screen_and_ends() => Nobody(Terms
        .Where(t => t.Expert.Length > 300 || !t.Expert.EndsWith('.'))
        .Select(t => $"{t.Term}: {t.Expert}"));

    [Fact]
    public void An_Italian_sentence_is_one_sentence_of_at_most_20_words() => Nobody(Terms
        .Where(t => Words(t.Italian.Sentence) > 20 || !IsOneSentence(t.Italian.Sentence))
        .Select(t => $"{t.Term}: {t.Italian.Sentence}"));

    [Fact]
    public void The_Italian_sentence_is_not_the_English_one() =>
        Nobody(Terms.Where(t => t.Italian.Sentence == t.Plain || t.Italian.Sentence == t.Expert).Select(t => t.Term));

    [Fact]
    public void Every_acronym_in_a_plain_sentence_is_itself_explained() => Nobody(
        from term in Terms
        from Match acronym in Acronym().Matches(term.Plain)
        where Glossary.Load().Find(acronym.Value).Terms.Count == 0
        select $"{term.Term}: {acronym.Value}");

    [Fact]
    public void No_plain_sentence_explains_a_word_by_itself() => Nobody(Terms
        .Where(t => SaysItself(t.Term, t.Plain))
        .Select(t => $"{t.Term}: {t.Plain}"));

    [Fact]
    public void Every_see_also_is_another_term_of_the_glossary()
    {
        Nobody(from t in Terms from see in t.See where see == t.Term || !Names.Contains(see) select $"{t.Term}: {see}");
    }

    [Fact]
    public void Every_term_leads_on_to_others() =>
        Nobody(Terms.Where(t => t.See.Count == 0 || t.See.Distinct().Count() < t.See.Count).Select(t => t.Term));

    [Fact]
    public void Every_field_is_one_of_the_ten_and_each_has_terms()
    {
        Nobody(Terms.Where(t => !Fields.Contains(t.Field)).Select(t => $"{t.Term}: {t.Field}"));
        Nobody(Fields.Where(field => Terms.All(t => t.Field != field)));
    }

    [Fact]
    public void Every_first_lesson_belongs_to_a_family_of_the_course() => Nobody(Terms
        .Where(t => t.Lesson is not ("0-start" or "1-warm-up") && !IsLevel(t.Lesson))
        .Select(t => $"{t.Term}: {t.Lesson}"));

    [Fact]
    public void Every_family_of_the_course_has_terms_of_its_own() =>
        Nobody(Families.Where(family => !Terms.Any(t => t.Lesson.StartsWith(family + "/", StringComparison.Ordinal))));

    [Theory]
    [InlineData("event feature label split scaling score threshold ROC AUC baseline bootstrap overfitting leak")]
    [InlineData("LHC Higgs lepton jet neutrino top-quark b-tag signal background pT eta phi GeV MadGraph Pythia Delphes UCI")]
    [InlineData("AP Brier calibration MCC top-k AMS MSE MAE R² PSNR SSIM MS-SSIM Dice IoU HD95 CER WER silhouette ARI")]
    [InlineData("CNN ViT ResNet U-Net RNN LSTM CTC GNN VAE GAN MLP SVM kNN PCA t-SNE GMM BDT XGBoost AdaBoost RBF")]
    [InlineData("ECAL CDM axion PSF SRCNN NMR RKKY OCR CRNN FITS ALMA KOI QML QAE qubit Virgo LIGO PSD CT DICOM VBF INFN CERN")]
    [InlineData("GPU CPU CUDA RAM API CSV JSON HDF5 NPY SVG DOI NuGet LINQ C# .NET CI seed notebook kernel tensor TorchSharp")]
    public void The_words_of_the_lessons_challenges_and_metrics_are_there(string words) =>
        Nobody(words.Split(' ').Where(word => Glossary.Load().Find(word).Terms.Count == 0));

    private static IEnumerable<string> Parts(GlossaryTerm t) =>
        [t.Term, t.Plain, t.Expert, t.Field, t.Italian.Term, t.Italian.Sentence, t.Lesson, .. t.Also, .. t.See];

    private static bool IsLevel(string lesson) =>
        lesson.Split('/') is [var family, var level] && Families.Contains(family) && Levels.Contains(level);

    private static bool SaysItself(string term, string plain) =>
        Regex.IsMatch(plain, $@"^(An? |The )?{Regex.Escape(term)}\b", RegexOptions.IgnoreCase);

    private static int Words(string sentence) => sentence.Split(' ').Length;

    private static bool IsOneSentence(string text) =>
        (text.EndsWith('.') || text.EndsWith('?')) && !SentenceEnd().IsMatch(text[..^1]);

    private static void Nobody(IEnumerable<string> faults) => Assert.Empty(string.Join("; ", faults));

    // Two capitals in one word: AUC, HDF5, PyTorch.
    [GeneratedRegex("[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"[.!?] ")]
    private static partial Regex SentenceEnd();
}
