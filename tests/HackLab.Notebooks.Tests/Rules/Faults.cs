using System.Text.Json.Nodes;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>Ways to spoil a good lesson, each with the rule that must notice.</summary>
internal static class Faults
{
    public static IReadOnlyDictionary<string, (string Rule, Action<SampleLesson> Spoil)> All { get; } = new Dictionary<string, (string, Action<SampleLesson>)>
    {
        // The file.
        ["an old format"] = ("is_nbformat_4_5", lesson => lesson.Root["nbformat_minor"] = 4),
        ["a field of a newer format"] = ("is_nbformat_4_5", lesson => lesson.Cell("card")["colour"] = "red"),
        ["a markdown cell with outputs"] = ("is_nbformat_4_5", lesson => lesson.Cell("card")["outputs"] = new JsonArray()),
        ["two cells with one id"] = ("has_unique_readable_cell_ids", lesson => lesson.Cell("open-text")["id"] = "card"),
        ["a random id"] = ("has_unique_readable_cell_ids", lesson => lesson.Cell("open-text")["id"] = "a3f81c02"),
        ["an id with a space"] = ("has_unique_readable_cell_ids", lesson => lesson.Cell("open-text")["id"] = "the end"),
        ["a stored number"] = ("stores_no_results", lesson => lesson.Cell("load")["execution_count"] = 3),
        ["stored outputs"] = ("stores_no_results", lesson => lesson.Cell("load")["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream" })),
        ["a cell skipped without a reason"] = ("gives_a_reason_for_each_skipped_cell", lesson => lesson.Cell("train")["metadata"]!["tags"] = new JsonArray("skip-execution")),
        ["a cell skipped with a colon alone"] = ("gives_a_reason_for_each_skipped_cell", lesson => lesson.Cell("train")["metadata"]!["tags"] = new JsonArray("skip-execution: ")),

        // The dialect.
        ["another kernel"] = ("asks_for_the_net_csharp_kernel", lesson => lesson.Root["metadata"]!["kernelspec"]!["name"] = "python3"),
        ["a cell without a language"] = ("names_the_language_of_every_code_cell_twice", lesson => ((JsonObject)lesson.Cell("load")["metadata"]!).Remove("dotnet_interactive")),
        ["a cell of two languages"] = ("names_the_language_of_every_code_cell_twice", lesson => lesson.Cell("load")["metadata"]!["polyglot_notebook"]!["kernelName"] = "fsharp"),
        ["a raw cell"] = ("has_no_raw_cells", lesson => lesson.Cell("card")["cell_type"] = "raw"),
        ["another library first"] = ("loads_the_library_in_its_first_code_cell_alone", lesson => lesson.Write("load", "#r \"bin/HackLab.dll\"\nusing HackLab;")),
        ["work in the first cell"] = ("loads_the_library_in_its_first_code_cell_alone", lesson => lesson.Append("load", "int x = 1;")),
        ["a library later"] = ("loads_the_library_in_its_first_code_cell_alone", lesson => lesson.Write("train", "#r \"other.dll\"")),
        ["another lesson opened"] = ("opens_itself_by_name", lesson => lesson.Write("open", "Open(\"higgs/2-intermediate\")")),
        ["a lesson that is not opened"] = ("opens_itself_by_name", lesson => lesson.Write("open", "1 + 1")),
        ["a package"] = ("uses_nothing_that_only_one_kernel_has", lesson => lesson.Write("train", "#r \"nuget: Newtonsoft.Json\"")),
        ["a shared value"] = ("uses_nothing_that_only_one_kernel_has", lesson => lesson.Write("train", "#!share --from csharp x")),

        // The text.
        ["a heading out of order"] = ("has_one_title_and_numbered_headings", lesson => lesson.ReplaceAll("## 2 The question", "## 3 The question")),
        ["a second title"] = ("has_one_title_and_numbered_headings", lesson => lesson.Write("open-text", "# Another")),
        ["an exercise left out"] = ("has_one_title_and_numbered_headings", lesson => lesson.ReplaceAll("### Exercise 1", "### Exercise 2")),
        ["a broken link"] = ("links_only_to_what_is_there", lesson => lesson.Write("open-text", "[see](nowhere.md)")),
        ["a broken picture"] = ("links_only_to_what_is_there", lesson => lesson.Write("open-text", "![a picture of it](images/nowhere.svg)")),
        ["a picture from the web without protection"] = ("links_only_to_what_is_there", lesson => lesson.Write("open-text", "<img src=\"http://example.org/x.png\">")),
        ["a link to no heading"] = ("links_only_to_what_is_there", lesson => lesson.Write("open-text", "[back](#9-Nowhere)")),
        ["a hash that nobody published"] = ("names_data_by_their_published_hash", lesson => lesson.Write("open-text", $"SHA-256 {new string('a', 64)}")),
        ["a picture without words"] = ("describes_every_picture", lesson => lesson.Write("open-text", "![](1-beginner.ipynb)")),
        ["an open fold-out"] = ("closes_every_fold_out", lesson => lesson.Write("open-text", "<details><summary>Hint</summary>\n\ntext")),
        ["a fold-out that hides its markdown"] = ("closes_every_fold_out", lesson => lesson.Write("open-text", "<details><summary>Hint</summary>\ntext\n</details>")),
        ["a fold-out without a name"] = ("closes_every_fold_out", lesson => lesson.Write("open-text", "<details>\n\ntext\n</details>")),
        ["an acronym that nobody explains"] = ("has_every_acronym_in_the_glossary", lesson => lesson.Write("open-text", "We use the QZX for this.")),
        ["several of an unknown acronym"] = ("has_every_acronym_in_the_glossary", lesson => lesson.Write("open-text", "Two QZXs and one (QZX).")),

        // Beginners.
        ["two code cells in a row"] = ("has_a_sentence_between_code_cells", lesson => lesson.Add(SampleLesson.Code("more", "1 + 1"))),
        ["a long cell"] = ("is_short_enough_for_beginners", lesson => lesson.Write("train", string.Join('\n', Enumerable.Repeat("x++;", 13)))),
        ["a wide cell"] = ("is_short_enough_for_beginners", lesson => lesson.Write("train", new string('x', 111))),
        ["many cells"] = ("is_short_enough_for_beginners", lesson => { for (int i = 0; i < 20; i++) lesson.Add(SampleLesson.Code($"more-{i}", "1 + 1")); }),
        ["many names"] = ("introduces_few_names", lesson => lesson.Write("progress",
            "HackLab.Data.TabularData few = events.Take(0);\n_ = (events.Count, events.Name, events.X, events.Features[0].Unit, events.ClassNames, Scale, Token);")),

        // The card.
        ["no card"] = ("has_a_card_with_all_its_rows", lesson => lesson.Write("card", "# A title\n\n## 1 Start")),
        ["no licence"] = ("has_a_card_with_all_its_rows", lesson => lesson.Replace("card", "**Licence**", "**Law**")),
        ["a row without words"] = ("has_a_card_with_all_its_rows", lesson => lesson.Replace("card", "do a first thing · do a second thing · judge the result", "")),
        ["no minutes to read"] = ("says_how_long_it_takes", lesson => lesson.Replace("card", "25 to read, 35 to do", "read and do")),
        ["nothing about the machine"] = ("says_how_long_it_takes", lesson => lesson.Replace("card", "the machine needs 40 seconds", "the machine is fast")),
        ["minutes that do not add up"] = ("says_how_long_it_takes", lesson => lesson.Replace("card", "about 60 minutes", "about 90 minutes")),
        ["five abilities"] = ("promises_at_most_four_abilities", lesson => lesson.Replace("card", "judge the result", "judge · compare · tell")),
        ["nine words"] = ("names_at_most_eight_words_of_the_glossary", lesson => lesson.Replace("card", "event, label, score, AUC", "event, label, score, AUC, split, feature, scaling, threshold, loss")),
        ["a word that nobody explains"] = ("names_at_most_eight_words_of_the_glossary", lesson => lesson.Replace("card", "event, label", "flubberization, label")),

        // The opening.
        ["no question"] = ("asks_its_question_in_few_words_with_a_picture", lesson => lesson.ReplaceAll("## 2 The question", "## 2 Something")),
        ["a long question"] = ("asks_its_question_in_few_words_with_a_picture", lesson => lesson.ReplaceAll("Explain every word", string.Concat(Enumerable.Repeat("word ", 120)))),
        ["a question without a picture"] = ("asks_its_question_in_few_words_with_a_picture", lesson => lesson.ReplaceAll("![Two heaps", "[Two heaps")),
        ["a question without physics"] = ("asks_its_question_in_few_words_with_a_picture", lesson =>
        {
            lesson.ReplaceAll("<details><summary>More physics, for the curious</summary>", "");
            lesson.ReplaceAll("journal, year.\n</details>", "journal, year.");
        }),
        ["no task"] = ("shows_the_task_as_a_machine", lesson => lesson.ReplaceAll("The task as a machine", "What we do")),
        ["a task without a metric"] = ("shows_the_task_as_a_machine", lesson => lesson.ReplaceAll("**Judged by**", "**Liked by**")),

        // The method.
        ["nothing to predict"] = ("asks_for_a_prediction_first", lesson =>
        {
            lesson.ReplaceAll("### Predict first", "### Look");
            lesson.ReplaceAll("Before you run it", "Look");
            lesson.Write("predict-quiz", "1 + 1");
        }),
        ["no split"] = ("splits_with_a_leak_check", lesson => lesson.Write("split", "var (train, test) = (events, events);")),
        ["no leak check"] = ("splits_with_a_leak_check", lesson => lesson.ReplaceAll("leak", "mistake")),
        ["no baseline"] = ("sets_a_baseline", lesson => lesson.ReplaceAll("baseline", "first try")),
        ["a baseline only talked about"] = ("sets_a_baseline", lesson => { lesson.Write("baseline", "1 + 1"); lesson.Write("interval", "1 + 1"); }),
        ["no break"] = ("has_a_break", lesson => lesson.ReplaceAll("☕ **Break.**", "Go on.")),
        ["a score without an interval"] = ("puts_an_interval_beside_the_score", lesson => lesson.Replace("interval", ", draws: 200", "")),
        ["no bug"] = ("has_a_bug_to_find", lesson => lesson.ReplaceAll("Find the bug", "Think")),
        ["no gallery of failures"] = ("shows_three_failures", lesson => lesson.ReplaceAll("that should make you suspicious", "to look at")),
        ["two failures"] = ("shows_three_failures", lesson => lesson.ReplaceAll("**c** the scores", "the scores")),
        ["failures that are not shown"] = ("shows_three_failures", lesson => lesson.Cells.Remove(lesson.Cell("gallery-do"))),

        // The end.
        ["nothing to take home"] = ("gives_three_things_to_take_home", lesson => lesson.ReplaceAll("Take home", "The end")),
        ["four things to take home"] = ("gives_three_things_to_take_home", lesson => lesson.ReplaceAll("* The third sentence.", "* Third.\n* Fourth.")),
        ["no table of ideas"] = ("tells_idea_helper_and_by_hand", lesson => lesson.ReplaceAll("| idea | helper | by hand |", "| this | that | more |")),
        ["no progress"] = ("shows_how_far_one_has_come", lesson => lesson.Write("progress", "1 + 1")),
        ["the end before the beginning"] = ("keeps_to_the_order_of_all_lessons", lesson =>
        {
            lesson.ReplaceAll("## 3 The task as a machine", "## 3 Take home");
            lesson.ReplaceAll("## 9 Take home", "## 9 The task as a machine");
        }),
        ["a baseline after the score"] = ("keeps_to_the_order_of_all_lessons", lesson =>
        {
            lesson.Write("baseline", "1 + 1");
            lesson.Write("gallery-do", "double baseline = 0.5;");
            lesson.Replace("interval", "Console.WriteLine($\"baseline AUC: {baseline:F3}\");\n", "");
        }),
        ["nothing next"] = ("says_what_is_next", lesson => lesson.ReplaceAll("Next", "The end")),
        ["nothing to read"] = ("points_to_something_to_read_and_do_and_to_data", lesson => lesson.ReplaceAll("* **Read**", "* Read")),
        ["no feedback"] = ("asks_for_a_minute_of_feedback", lesson => lesson.Write("feedback", "1 + 1")),

        // The exercises.
        ["too few exercises"] = ("has_as_many_exercises_as_its_level_asks_for", lesson => lesson.Write("ex2", "1 + 1")),
        ["an exercise without a heading"] = ("says_of_each_exercise_what_is_wanted", lesson => lesson.ReplaceAll("### Exercise 1 · Count the signal ★", "### Something")),
        ["an exercise without a star"] = ("says_of_each_exercise_what_is_wanted", lesson => lesson.ReplaceAll("Count the signal ★", "Count the signal")),
        ["an exercise without an example"] = ("says_of_each_exercise_what_is_wanted", lesson => lesson.ReplaceAll("**Example** of the labels", "Of the labels")),
        ["two checks in a cell"] = ("checks_at_the_end_of_a_cell_and_goes_on_in_words", lesson => lesson.Append("ex1", "Check(\"HIG-B-2\", 1);")),
        ["code after a check"] = ("checks_at_the_end_of_a_cell_and_goes_on_in_words", lesson => lesson.Append("ex1", "1 + 1")),
        ["no text after a check"] = ("checks_at_the_end_of_a_cell_and_goes_on_in_words", lesson => lesson.Add(SampleLesson.Code("more", "Check(\"HIG-B-2\", 1);"))),

        ["a long answer"] = ("asks_for_answers_of_a_few_lines", lesson => lesson.Replace("ex1", "Check(", "1;   //!\n2;   //!\n3;   //!\nCheck(")),

        // The file of exercises.
        ["a check of no exercise"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => lesson.Replace("ex1", "HIG-B-1", "HIG-B-9")),
        ["a quiz of no question"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => lesson.Replace("predict-quiz", "HIG-B-Q1", "HIG-B-Q9")),
        ["a hint of no exercise"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => lesson.Append("open-text", "Try `Hint(\"HIG-B-9\")`.")),
        ["an exercise that is not used"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => lesson.Write("ex1", "1 + 1")),
        ["an exercise twice"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => ((JsonArray)lesson.Exercises["exercises"]!).Add(lesson.Exercise(0).DeepClone())),
        ["an exercise that another lesson has too"] = ("names_its_exercises_as_no_other_lesson_does", lesson => lesson.AddLesson("lensing/1-beginner", "HIG-B-1")),
        ["exercises of another lesson"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => lesson.Exercises["lesson"] = "higgs/3-hackathon"),
        ["other stars"] = ("names_exercises_that_its_file_has_and_uses_them_all", lesson => lesson.Exercise(0)["stars"] = 3),
        ["two hints"] = ("has_three_hints_and_the_first_asks", lesson => ((JsonArray)lesson.Exercise(0)["hints"]!).RemoveAt(2)),
        ["a first hint that tells"] = ("has_three_hints_and_the_first_asks", lesson => lesson.Exercise(0)["hints"]![0] = "Count the ones."),
        ["no why"] = ("has_three_hints_and_the_first_asks", lesson => lesson.Exercise(0).Remove("why")),
        ["no probes"] = ("has_three_hints_and_the_first_asks", lesson => lesson.Exercise(0)["probes"] = new JsonArray()),
        ["one wrong answer"] = ("foresees_two_wrong_answers_with_words_of_their_own", lesson => ((JsonArray)lesson.Exercise(0)["wrong"]!).RemoveAt(0)),
        ["wrong answers with one message"] = ("foresees_two_wrong_answers_with_words_of_their_own", lesson => lesson.Exercise(0)["wrong"]![0]!["message"] = (string)lesson.Exercise(0)["wrong"]![1]!["message"]!),
        ["a wrong answer without a message"] = ("foresees_two_wrong_answers_with_words_of_their_own", lesson => ((JsonObject)lesson.Exercise(0)["wrong"]![0]!).Remove("message")),
        ["a wrong answer without code"] = ("foresees_two_wrong_answers_with_words_of_their_own", lesson => lesson.Exercise(0)["wrong"]![0]!["code"] = ""),
        ["an unknown misconception"] = ("foresees_two_wrong_answers_with_words_of_their_own", lesson => lesson.Exercise(0)["wrong"]![0]!["misconception"] = "no-such-thought"),
        ["an option without a reply"] = ("replies_to_every_option_of_a_quiz", lesson => lesson.Exercises["quizzes"]![0]!["options"]![1]!["reply"] = ""),
        ["a quiz with one option"] = ("replies_to_every_option_of_a_quiz", lesson => lesson.Exercises["quizzes"]![0]!["options"] = new JsonArray(lesson.Exercises["quizzes"]![0]!["options"]![0]!.DeepClone())),
        ["a right option that is not there"] = ("replies_to_every_option_of_a_quiz", lesson => lesson.Exercises["quizzes"]![0]!["right"] = "d"),
    };
}
