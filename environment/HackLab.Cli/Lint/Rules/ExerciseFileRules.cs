namespace HackLab.Cli.Lint.Rules;

/// <summary>What a lesson's file of exercises says, and whether the lesson and the file speak of the same.</summary>
internal static class ExerciseFileRules
{
    private const int Rungs = 3, LeastWrong = 2;

    public static IEnumerable<LintRule> All =>
    [
        new("names_exercises_that_its_file_has_and_uses_them_all", AgreesWithFile),
        new("names_its_exercises_as_no_other_lesson_does", NamesAreItsOwn) { Editions = Editions.Authored },
        new("has_three_hints_and_the_first_asks", HasHints),
        new("foresees_two_wrong_answers_with_words_of_their_own", ForeseesErrors) { Editions = Editions.Authored },
        new("replies_to_every_option_of_a_quiz", RepliesToAll),
    ];

    private static IEnumerable<Complaint> AgreesWithFile(Lesson lesson)
    {
        IReadOnlyList<LessonCall> calls = LessonCall.In(lesson);
        if (calls.Count == 0 && !File.Exists(lesson.ExercisePath)) yield break;
        string file = Path.GetRelativePath(lesson.Course.Root, lesson.ExercisePath).Replace('\\', '/');
        string advice = lesson.Edition == Editions.Authored ? "Correct one of the two." : $"Run hacklab release {lesson.Name}.";
        if (ExerciseNotes.Read(lesson.ExercisePath, out string? problem) is not { } notes)
        {
            yield return new($"{file} {problem}", advice);
            yield break;
        }
        if (notes.Lesson != lesson.Name)
            yield return new($"{file} says it belongs to '{notes.Lesson}'", $"Write \"lesson\": \"{lesson.Name}\".");
        string[] exercises = [.. notes.Exercises.Select(one => one.Id)], quizzes = [.. notes.Quizzes.Select(one => one.Id)];
        foreach (LessonCall call in calls)
        {
            string[] known = call.Function == "Quiz" ? quizzes : exercises;
            if (!known.Contains(call.Id))
                yield return new($"{file} has no {call.Id}; it has {string.Join(", ", known)}", advice, call.Cell);
        }
        foreach (string twice in exercises.Concat(quizzes).GroupBy(id => id).Where(same => same.Count() > 1)
            .Select(same => same.Key))
            yield return new($"{file} has {twice} twice", "Rename one.");
        // In text alone it would never be judged.
        HashSet<string> used = [.. calls.Where(call => call.Cell.IsCode && call.Function is "Check" or "Quiz")
            .Select(call => call.Id)];
        foreach (string unused in exercises.Concat(quizzes).Where(id => !used.Contains(id)))
            yield return new($"{unused} of {file} is checked nowhere",
                $"Add a cell that ends with Check(\"{unused}\", …) or Quiz, or take it out of the file.");
        foreach (LessonCall check in calls.Where(call => call.Function == "Check" && call.Cell.IsCode))
        {
            int? stars = notes.Exercises.FirstOrDefault(one => one.Id == check.Id)?.Stars;
            int? shown = lesson.Passages.FirstOrDefault(passage =>
                passage.Code.Contains(check.Cell))?.Heading.Text.Count(sign => sign == '★');
            if (stars is not null && shown > 0 && shown != stars)
                yield return new($"{check.Id} has {shown} ★ here and {stars} in {file}", advice, check.Cell);
        }
    }

    /// <summary>A learner's progress is kept by name, for all lessons in one file.</summary>
    private static IEnumerable<Complaint> NamesAreItsOwn(Lesson lesson)
    {
        ILookup<bool, (string Lesson, string Exercise)> all = lesson.Course.ExerciseNames().ToLookup(one => one.Lesson == lesson.Name);
        HashSet<string> own = [.. all[true].Select(one => one.Exercise)];
        foreach ((string other, string id) in all[false].Where(one => own.Contains(one.Exercise)))
            yield return new($"{other} has an exercise {id} too", "Rename one: progress is kept by name, for all lessons together.");
    }

    private static IEnumerable<Complaint> HasHints(Lesson lesson)
    {
        foreach ((ExerciseNote exercise, LessonCell? cell) in Noted(lesson))
        {
            if (exercise.Hints.Count != Rungs)
                yield return new($"{exercise.Id} has {exercise.Hints.Count} hints, not {Rungs}",
                    "Write three: a question, a pointer, nearly the answer.", cell);
            if (exercise.Hints.Count > 0 && !exercise.Hints[0].TrimEnd(' ', '*', '`').EndsWith('?'))
                yield return new($"{exercise.Id}: the first hint does not end with a question",
                    "Ask what leads to the answer.", cell);
            if (string.IsNullOrWhiteSpace(exercise.Why))
                yield return new($"{exercise.Id} has no 'why'", "Say why the solution is as it is.", cell);
            if (exercise.Probes == 0)
                yield return new($"{exercise.Id} has no probes", "Say how an answer is judged, from 'shape' on.", cell);
        }
    }

    private static IEnumerable<Complaint> ForeseesErrors(Lesson lesson)
    {
        foreach ((ExerciseNote exercise, LessonCell? cell) in Noted(lesson))
        {
            var wrong = exercise.Wrong;
            if (wrong.Count < LeastWrong)
                yield return new($"{exercise.Id} foresees {wrong.Count} wrong answers; at least {LeastWrong}",
                    "Add the mistakes that learners make.", cell);
            foreach ((string? code, string? message, string? misconception) in wrong)
            {
                if (string.IsNullOrWhiteSpace(code))
                    yield return new($"a wrong answer of {exercise.Id} has no code",
                        "Write the lines that stand in place of the answer.", cell);
                if (string.IsNullOrWhiteSpace(message) && string.IsNullOrWhiteSpace(misconception))
                    yield return new($"a wrong answer of {exercise.Id} gets no message",
                        "Say which thought leads to it, or name a misconception.", cell);
                if (misconception is not null && !lesson.Course.Misconceptions.Contains(misconception))
                    yield return new($"{exercise.Id}: misconceptions.json has no '{misconception}'",
                        $"It has {string.Join(", ", lesson.Course.Misconceptions)}.", cell);
            }
            if (wrong.Select(one => one.Message ?? one.Misconception).Where(words => words is not null).GroupBy(words => words)
                .Any(same => same.Count() > 1))
                yield return new($"two wrong answers of {exercise.Id} get the same message",
                    "Tell each what is wrong about it.", cell);
        }
    }

    private static IEnumerable<Complaint> RepliesToAll(Lesson lesson)
    {
        foreach (QuizNote quiz in ExerciseNotes.Read(lesson.ExercisePath, out _)?.Quizzes ?? [])
        {
            LessonCell? cell = LessonCall.In(lesson).FirstOrDefault(call => call.Id == quiz.Id)?.Cell;
            if (quiz.Options.Count < 2)
                yield return new($"{quiz.Id} has {quiz.Options.Count} options", "Offer at least two.", cell);
            if (quiz.Options.Any(option => string.IsNullOrWhiteSpace(option.Text) || string.IsNullOrWhiteSpace(option.Reply)))
                yield return new($"an option of {quiz.Id} lacks its text or reply",
                    "Say to each who chose it why it is right, or which thought leads there.", cell);
            bool inRange = quiz.Right is [>= 'a' and <= 'z'] && quiz.Right[0] - 'a' < quiz.Options.Count;
            if (lesson.Edition == Editions.Authored && !inRange)
                yield return new($"{quiz.Id}: 'right' is {quiz.Right ?? "missing"}",
                    "Give the right option's letter, such as \"c\".", cell);
        }
    }

    /// <summary>The exercises of the lesson's file, each with the cell that checks it.</summary>
    private static IEnumerable<(ExerciseNote Exercise, LessonCell? Cell)> Noted(Lesson lesson)
    {
        IReadOnlyList<LessonCall> calls = LessonCall.In(lesson);
        return (ExerciseNotes.Read(lesson.ExercisePath, out _)?.Exercises ?? []).Select(exercise =>
            (exercise, calls.FirstOrDefault(call => call.Id == exercise.Id && call.Function == "Check")?.Cell));
    }
}
