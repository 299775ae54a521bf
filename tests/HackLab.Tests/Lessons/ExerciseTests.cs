using HackLab.Data;
using HackLab.Lessons;
using HackLab.Lessons.Internals;
using HackLab.Tests.Cli;
using TorchSharp;
using Xunit;
using static HackLab.Lessons.Blanks;
using FakeKernel = HackLab.Tests.Facade.FakeKernel;
using HostHooks = HackLab.Tests.Facade.HostHooks;

namespace HackLab.Tests.Lessons;

[Collection(HostHooks.Name)]
public sealed class ExerciseTests : IDisposable
{
    private const string Salt = "grain";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_blank_is_not_started_and_does_no_harm()
    {
        ExerciseSession session = Session(Number(5));
        Assert.Equal(CheckState.NotStarted, session.Check("T-1", Blank<int>()).State);
        Assert.Empty(Blank<double[]>());
        Assert.Equal("", Blank<string>());
        Assert.Empty(Blank<List<int>>());
        Blanks.TakeMet();
        Assert.Equal(CheckState.Passed, session.Check("T-1", 5).State);
    }

    [Fact]
    public void A_blank_within_a_function_is_found_when_the_function_is_called()
    {
        ExerciseSession session = Session(Doubling());
        Assert.Equal(CheckState.NotStarted, session.Check("T-1", (double x) => Blank<double>()).State);
        Assert.Equal(CheckState.Passed, session.Check("T-1", (double x) => 2 * x).State);
    }

    [Fact]
    public void A_blank_of_an_earlier_run_of_the_cell_is_forgotten()
    {
        ExerciseSession session = Session(Number(5));
        using (new FakeKernel(new CancellationTokenSource().Token)) Blank<int>();
        using (new FakeKernel(new CancellationTokenSource().Token)) Assert.Equal(CheckState.Passed, session.Check("T-1", 5).State);
    }

    [Fact]
    public void A_number_passes_within_its_tolerance_and_not_beyond_twice_of_it()
    {
        ExerciseSession session = Session(Number(0.7312, tolerance: 1e-3));
        foreach (double near in (double[])[0.7312, 0.7312 + 0.99e-3, 0.7312 - 0.99e-3, (float)0.7312]) Assert.Equal(CheckState.Passed, session.Check("T-1", near).State);
        foreach (double far in (double[])[0.7312 + 2.1e-3, 0.7312 - 2.1e-3, -0.7312, 7.312, double.NaN]) Assert.Equal(CheckState.NotYet, session.Check("T-1", far).State);
        Assert.Contains("0.5", session.Check("T-1", 0.5).Sentence);
    }

    [Fact]
    public void An_array_must_agree_in_every_number_and_in_their_order()
    {
        double[] right = [.. Enumerable.Range(0, 50).Select(i => Math.Sin(i))];
        ExerciseSession session = Session(With("T-1", Reference(right, 1e-6)));
        Assert.Equal(CheckState.Passed, session.Check("T-1", right).State);
        Assert.Equal(CheckState.Passed, session.Check("T-1", right.ToList()).State);
        Assert.Equal(CheckState.Passed, session.Check("T-1", torch.tensor(right)).State);
        Assert.Equal(CheckState.Passed, session.Check("T-1", right.Select(v => v + 3e-7).ToArray()).State);
        for (int i = 0; i < right.Length; i++)
        {
            double[] wrong = [.. right];
            wrong[i] += 1e-3;
            Assert.Equal(CheckState.NotYet, session.Check("T-1", wrong).State);
        }
        Assert.Equal(CheckState.NotYet, session.Check("T-1", right.Reverse().ToArray()).State);
        Assert.Equal(CheckState.NotYet, session.Check("T-1", right[..49]).State);
    }

    [Fact]
    public void Two_numbers_of_a_short_list_that_change_places_are_noticed()
    {
        for (int n = 2; n <= 12; n++)
        {
            double[] right = [.. Enumerable.Range(0, n).Select(i => 0.1 * i * i)];
            IReadOnlyList<string> marks = AnswerMarks.Of(AnswerValue.Of(right)!, 1e-3, Salt);
            Assert.True(AnswerMarks.Fit(AnswerValue.Of(right)!, 1e-3, Salt, marks));
            for (int i = 0; i < n; i++)
            {
                for (int j = i + 1; j < n; j++)
                {
                    double[] swapped = [.. right];
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    Assert.False(AnswerMarks.Fit(AnswerValue.Of(swapped)!, 1e-3, Salt, marks), $"places {i} and {j} of {n}");
                }
            }
        }
    }

    [Fact]
    public void A_wrong_function_is_recognised_though_its_lists_have_different_lengths()
    {
        Func<double[], double[]> doubled = x => [.. x.Select(v => 2 * v)], halved = x => [.. x.Select(v => v / 2)];
        double[][] inputs = [[1, 2, 3], [5]];
        Exercise exercise = With("T-1", new Probe
        {
            Kind = ProbeKinds.Calls,
            Calls = [.. inputs.Select(x => new FunctionCall([x], AnswerMarks.Of(AnswerValue.Of(doubled(x))!, 1e-6, Salt)))],
        });
        AnswerValue wrong = AnswerValue.Of(AnswerMarks.Comparable(exercise, halved))!;
        exercise = exercise with { Misconceptions = [new(AnswerMarks.Of(wrong, exercise.ComparisonTolerance, Salt), "you halved")] };
        Assert.Equal(CheckState.Passed, Session(exercise).Check("T-1", doubled).State);
        Assert.Equal("you halved", Session(exercise).Check("T-1", halved).Sentence);
    }

    [Theory]
    [InlineData("signal", " signal ", true)]
    [InlineData("signal", "Signal", false)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(7, 7L, true)]
    public void Texts_and_flags_and_counts_are_compared_as_what_they_mean(object right, object answer, bool passes) =>
        Assert.Equal(passes ? CheckState.Passed : CheckState.NotYet, Session(With("T-1", Reference(right, 0.4))).Check("T-1", answer).State);

    [Theory]
    [InlineData(ProbeKinds.Finite, "1 NaN 3")]
    [InlineData(ProbeKinds.Range, "0.2 1.2")]
    [InlineData(ProbeKinds.Sum, "0.5 0.6")]
    [InlineData(ProbeKinds.Sorted, "1 3 2")]
    [InlineData(ProbeKinds.Distinct, "1 2 1")]
    [InlineData(ProbeKinds.Shape, "1 2 3 4 5")]
    public void Each_kind_of_probe_says_what_it_found(string kind, string numbers)
    {
        double[] answer = [.. numbers.Split(' ').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        var probe = new Probe { Kind = kind, Min = 0, Max = 1, Sum = 1, Shape = [4] };
        CheckResult result = Session(With("T-1", probe)).Check("T-1", answer);
        Assert.Equal(CheckState.NotYet, result.State);
        Assert.Matches("[0-9]|NaN", result.Sentence);
        Assert.Equal("say this", Session(With("T-1", probe with { Message = "say this" })).Check("T-1", answer).Sentence);
        double[] right = kind == ProbeKinds.Sum ? [0.4, 0.6] : [0, 0.25, 0.5, 0.75];
        Assert.Equal(CheckState.Passed, Session(With("T-1", probe)).Check("T-1", right).State);
    }

    [Fact]
    public void Rows_in_both_parts_of_a_split_are_counted()
    {
        ExerciseSession session = Session(With("T-1", new Probe { Kind = ProbeKinds.Disjoint }));
        CheckResult shared = session.Check("T-1", (new[] { 1, 2, 3 }, new[] { 3, 4, 2 }));
        Assert.Equal(CheckState.NotYet, shared.State);
        Assert.Contains("2", shared.Sentence);
        Assert.Equal(CheckState.Passed, session.Check("T-1", (new[] { 1, 2 }, new[] { 3, 4 })).State);
        TabularData events = Datasets.Higgs.Load(Size.Sample);
        Assert.Equal(CheckState.Passed, session.Check("T-1", Split.Stratified(events)).State);
        Assert.Equal(CheckState.NotYet, session.Check("T-1", new TrainTest<TabularData>(events, events.Take(0, 1, 2))).State);
    }

    [Fact]
    public void A_wrong_answer_that_many_give_gets_the_sentence_that_explains_it()
    {
        Exercise exercise = Number(319) with { Misconceptions = [new(AnswerMarks.Of(AnswerValue.Of(600)!, 0.1, Salt), "you counted all rows")] };
        ExerciseSession session = Session(exercise);
        Assert.Equal("you counted all rows", session.Check("T-1", 600).Sentence);
        Assert.NotEqual("you counted all rows", session.Check("T-1", 601).Sentence);
    }

    [Fact]
    public void A_function_that_throws_is_an_error_with_its_reason_and_a_changing_one_is_told()
    {
        ExerciseSession session = Session(Doubling());
        CheckResult error = session.Check("T-1", (double x) => Array.Empty<double>()[0] + x);
        Assert.Equal(CheckState.Error, error.State);
        Assert.Contains("IndexOutOfRange", error.Sentence);
        int calls = 0;
        ExerciseSession repeats = Session(With("T-1", Doubling().Probes[0] with { Kind = ProbeKinds.Repeatable }));
        Assert.Equal(CheckState.NotYet, repeats.Check("T-1", (double x) => x + calls++).State);
        Assert.Equal(CheckState.Error, session.Check("T-1", (double a, double b) => a).State);
        Assert.Equal(CheckState.NotYet, session.Check("T-1", 3).State);
    }

    [Fact]
    public void Help_comes_rung_by_rung_and_the_solution_after_it()
    {
        ExerciseSession session = Session(Number(5));
        Assert.DoesNotContain("var five", session.Solution("T-1").ToText());
        Assert.Contains("What is half of ten?", session.Hint("T-1").Sentence);
        session.Hint("T-1");
        Assert.Contains("third rung", session.Hint("T-1").Sentence);
        Assert.Contains("third rung", session.Hint("T-1").Sentence);
        Assert.Equal("var five = 5;", session.Solution("T-1").Code);
        Assert.Contains("because", session.Solution("T-1").Sentence);
        Assert.True(session.Progress()[0].Progress is { SawSolution: true, Hints: 3 });
    }

    [Fact]
    public void Who_asks_twice_for_the_solution_gets_it_without_hints()
    {
        ExerciseSession session = Session(Number(5));
        Assert.Null(session.Solution("T-1").Code);
        Assert.Equal("var five = 5;", session.Solution("T-1").Code);
        Assert.True(session.Progress()[0].Progress is { SawSolution: true, Hints: 0 });
    }

    [Fact]
    public void A_blank_can_give_something_sensible_meanwhile()
    {
        ExerciseSession session = Session(Number(5));
        Assert.Equal(CheckState.NotStarted, session.Check("T-1", Blank(5)).State);
        Assert.Equal(0.25, Blank(0.25));
        Blanks.TakeMet();
    }

    [Fact]
    public void What_the_cell_gave_before_any_change_is_not_started()
    {
        ExerciseSession session = Session(Doubling() with { Given = AnswerMarks.Of(AnswerValue.Of(new double[] { 1, 2.5, -3 })!, 1e-6, Salt) });
        Assert.Equal(CheckState.NotStarted, session.Check("T-1", (double x) => x).State);
        Assert.Equal(CheckState.NotYet, session.Check("T-1", (double x) => x + 1).State);
        Assert.Equal(CheckState.Passed, session.Check("T-1", (double x) => 2 * x).State);
        Assert.Equal(0, session.Progress()[0].Progress.Hints);
    }

    [Fact]
    public void One_number_must_be_better_than_another()
    {
        ExerciseSession session = Session(With("T-1", new Probe { Kind = ProbeKinds.Better, Min = 0.01 }));
        Assert.Equal(CheckState.Passed, session.Check("T-1", (0.75, 0.70)).State);
        CheckResult close = session.Check("T-1", (0.705, 0.70));
        Assert.Equal(CheckState.NotYet, close.State);
        Assert.Contains("0.705", close.Sentence);
        Assert.Equal(CheckState.NotYet, session.Check("T-1", 0.9).State);
        Assert.Equal(CheckState.NotYet, session.Check("T-1", (double.NaN, 0.1)).State);
    }

    [Fact]
    public void A_quiz_answers_each_option_and_knows_the_right_one()
    {
        var quiz = new QuizQuestion("T-Q1", "More?", [new("more", "yes, since"), new("less", "no, that is")], AnswerMarks.OfChoice(0, Salt + "T-Q1"));
        var session = new ExerciseSession(new LessonExercises { Lesson = "t/1", Salt = Salt, Exercises = [], Quizzes = [quiz] }, File());
        Assert.Equal(new CheckResult("T-Q1", CheckState.NotYet, "no, that is"), session.Quiz("t-q1", 'b'));
        Assert.Equal(new CheckResult("T-Q1", CheckState.Passed, "yes, since"), session.Quiz("T-Q1", 'A'));
        Assert.Equal(CheckState.NotStarted, session.Quiz("T-Q1", '?').State);
        Assert.Throws<ArgumentException>(() => session.Quiz("T-Q1", 'c'));
    }

    [Fact]
    public void A_file_goes_round_and_holds_no_answer()
    {
        var lesson = new LessonExercises { Lesson = "t/1", Salt = Salt, Exercises = [Number(31415.926)] };
        string path = System.IO.Path.Combine(_folder.Path, "e.json"), json = lesson.ToJson();
        System.IO.File.WriteAllText(path, json);
        Assert.Equal(json, LessonExercises.Load(path).ToJson());
        Assert.DoesNotContain("31415", json);
        Assert.DoesNotContain("var five", json);
        Assert.Equal(CheckState.Passed, new ExerciseSession(LessonExercises.Load(path), File()).Check("T-1", 31415.926).State);
    }

    [Fact]
    public void A_damaged_file_is_a_clear_error()
    {
        string path = System.IO.Path.Combine(_folder.Path, "e.json"), json = new LessonExercises { Lesson = "t/1", Salt = Salt, Exercises = [Number(1)] }.ToJson();
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            char[] damaged = json.ToCharArray();
            damaged[random.Next(damaged.Length)] = (char)random.Next(32, 127);
            System.IO.File.WriteAllText(path, i % 4 == 0 ? json[..random.Next(json.Length)] : new string(damaged));
            try
            {
                LessonExercises lesson = LessonExercises.Load(path);
                foreach (Exercise exercise in lesson.Exercises) new ExerciseSession(lesson, File()).Check(exercise.Id, 1);
            }
            catch (DataFormatException)
            {
                // what is expected; anything else fails the test
            }
        }
        Assert.Throws<DataFormatException>(() => LessonExercises.Load(path + "none"));
        Assert.Contains("T-1", Assert.Throws<ArgumentException>(() => Session(Number(1)).Check("T-9", 1)).Message);
    }

    private static Probe Reference(object right, double tolerance) => new()
    {
        Kind = ProbeKinds.Reference, Tolerance = tolerance, Marks = AnswerMarks.Of(AnswerValue.Of(right)!, tolerance, Salt),
    };

    private static Exercise With(string id, params Probe[] probes) => new()
    {
        Id = id,
        Title = "a test",
        Probes = probes,
        Hints = ["What is half of ten?", "second rung", "third rung"],
        Solution = Veil.Over("var five = 5;", Salt),
        Why = Veil.Over("because ten has two halves", Salt),
    };

    private static Exercise Number(double right, double tolerance = 0.1) => With("T-1", Reference(right, tolerance));

    private static Exercise Doubling() => With("T-1", new Probe
    {
        Kind = ProbeKinds.Calls,
        Calls = [.. ((double[])[1, 2.5, -3]).Select(x => new FunctionCall([[x]], AnswerMarks.Of(AnswerValue.Of(2 * x)!, 1e-6, Salt)))],
    });

    private ProgressFile File() => new(System.IO.Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.json"));

    private ExerciseSession Session(Exercise exercise) => new(new LessonExercises { Lesson = "t/1", Salt = Salt, Exercises = [exercise] }, File());
}
