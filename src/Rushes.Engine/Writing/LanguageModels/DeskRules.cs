namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>How long and how often language models are asked.</summary>
public sealed record DeskRules
{
    /// <summary>Questions asked at once, whatever the accounts allow.</summary>
    public int AtOnce { get; init; } = 5;

    /// <summary>Films of up to so many scenes are written in one answer.</summary>
    public int WholeUpTo { get; init; } = 12;

    /// <summary>Films of up to so many scenes are outlined in one answer; longer ones act by act.</summary>
    public int OutlineUpTo { get; init; } = 100;

    /// <summary>Scenes that an act of a long outline has.</summary>
    public int ActScenes { get; init; } = 50;

    /// <summary>Fewest and most scenes that one answer writes when they are written in parallel.</summary>
    public int LeastBatch { get; init; } = 4;

    public int MostBatch { get; init; } = 8;

    /// <summary>How often the failing part of a script is asked for again.</summary>
    public int Repairs { get; init; } = 2;

    /// <summary>Calls that one question may cost, over all accounts.</summary>
    public int TriesAQuestion { get; init; } = 6;

    /// <summary>Answers to one question that may get lost before it is given up: each may have been charged.</summary>
    public int LostAQuestion { get; init; } = 2;

    /// <summary>How long to wait for an account when all rest.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Rests of a throttled account that named no time, one after the other.</summary>
    public IReadOnlyList<TimeSpan> ThrottledRests { get; init; } = [TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)];

    /// <summary>Rests after a failure at the service.</summary>
    public IReadOnlyList<TimeSpan> FailedRests { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15)];

    /// <summary>An answer that is silent for so long is broken off.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most calls of a script with so many scenes, over all questions, accounts and repairs.</summary>
    public int MostCalls(int scenes)
    {
        var batches = scenes <= WholeUpTo ? 1 : (int)Math.Ceiling(scenes / (double)BatchFor(scenes));
        var outlines = scenes <= OutlineUpTo ? 1 : 1 + (int)Math.Ceiling(scenes / (double)ActScenes);
        return 6 + (2 * outlines) + (5 * batches);
    }

    /// <summary>Calls of a script with so many scenes when nothing goes wrong.</summary>
    public int UsualCalls(int scenes)
    {
        if (scenes <= WholeUpTo)
            return 1;
        var acts = scenes <= OutlineUpTo ? 0 : (int)Math.Ceiling(scenes / (double)ActScenes);
        return 1 + acts + (int)Math.Ceiling(scenes / (double)BatchFor(scenes));
    }

    /// <summary>Scenes that one answer writes.</summary>
    public int BatchFor(int scenes) => Math.Clamp((int)Math.Ceiling(scenes / (2.0 * AtOnce)), LeastBatch, MostBatch);
}
