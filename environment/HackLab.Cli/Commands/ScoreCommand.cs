using System.CommandLine;
using HackLab.Data;
using HackLab.Evaluation;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab score</c>: ranks the packs that teams handed in; makes evaluation sets with hidden labels.</summary>
internal static class ScoreCommand
{
    private static readonly Argument<string[]> Packs = new("pack")
    {
        Description = "Packs (.zip), or folders: every .zip in them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> TruthPath = new("--truth")
    {
        Description = "The tutor's folder with the answers, as --new-truth made it.",
        HelpName = "folder",
    };

    private static readonly Option<string?> ChallengeName = new("--challenge")
    {
        Description = "In place of --truth: makes the answers again from --seed and --rows; without --seed those of the practice set.",
        HelpName = "name",
    };

    private static readonly Option<string?> NewTruth = new("--new-truth")
    {
        Description = "Makes an evaluation set for this challenge: features for participants, answers for the tutor. Needs --output.",
        HelpName = "challenge",
    };

    private static readonly Option<long?> Seed = new("--seed")
    {
        Description = "The simulator's seed. --new-truth draws a secret one if it is not given.",
        HelpName = "n",
    };

    private static readonly Option<int?> Rows = new("--rows")
    {
        Description = "How many rows to predict. Default: 20000, for practice 5000.",
        HelpName = "n",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Where --new-truth writes its two folders.",
        HelpName = "folder",
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Also write the leaderboard here, as JSON.",
        HelpName = "file",
    };

    private static readonly Option<int> Resamples = new("--resamples")
    {
        Description = "How many redraws an interval rests on.",
        DefaultValueFactory = _ => 1000,
        HelpName = "n",
    };

    public static Command Create()
    {
        Positive(Rows, 1);
        Resamples.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 20) result.AddError("--resamples: expected 20 or more.");
        });
        var command = new Command("score",
            "Ranks the packs that teams handed in, beside baselines; or makes an evaluation set with hidden labels.")
        {
            Packs, TruthPath, ChallengeName, NewTruth, Seed, Rows, Output, Json, Resamples,
        };
        command.SetAction((parsed, _) =>
        {
            LabLibrary.Resolve();
            return Task.FromResult(Run(parsed));
        });
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(NewTruth) is { } challenge
                ? ScoreRun.MakeTruth(Console.Out, challenge, parsed.GetValue(Seed), parsed.GetValue(Rows),
                    parsed.GetValue(Output))
                : ScoreRun.Score(Console.Out, parsed.GetValue(Packs) ?? [], parsed.GetValue(TruthPath),
                    parsed.GetValue(ChallengeName),
                    parsed.GetValue(Seed), parsed.GetValue(Rows), parsed.GetValue(Json), parsed.GetValue(Resamples));
        }
        catch (Exception error) when (error is DataFormatException or ArgumentException)
        {
            throw new UsageException(error.Message);
        }
    }

    private static void Positive(Option<int?> option, int least) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() < least)
            result.AddError($"{option.Name}: expected {least} or more.");
    });
}
