namespace Rushes.Engine.Shooting;

/// <summary>What a lane must know of a provider.</summary>
public sealed record ProviderTraits
{
    /// <summary>A lost submission can be looked up by its correlation id.</summary>
    public bool CanLookUp { get; init; }

    /// <summary>Most operations asked about in one poll; 1 means one request each.</summary>
    public int PollBatch { get; init; } = 1;

    /// <summary>Least time between two polls of the same operation, where neither the account nor <c>data/providers</c> says it.</summary>
    public TimeSpan PollSpacing { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest time that a submission may take before its answer counts as lost.</summary>
    public TimeSpan SubmitTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long an operation may go on before the lane stops asking and calls the take unknown.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Filming costs nothing and happens on this machine: what was lost is simply filmed again, nothing ever becomes unknown.</summary>
    public bool IsLocal { get; init; }
}
