namespace Rushes.FakeProviders;

/// <summary>What a submission meets when all slots of its account are taken.</summary>
public enum Overflow
{
    /// <summary>What the provider does: most refuse, fal and ComfyUI let it wait.</summary>
    AsTheProvider,

    /// <summary>Refused in the wire's own words for "too many".</summary>
    Refuse,

    /// <summary>Accepted, and begins when a slot is free.</summary>
    Queue,
}

/// <summary>How a fake provider behaves when no fault is asked for.</summary>
public sealed record FakeOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Port of the download host on 127.0.0.1; 0 takes a free one.</summary>
    public int CdnPort { get; init; }

    /// <summary>How long a generation runs once it has a slot.</summary>
    public TimeSpan Generate { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the answer to a submission takes.</summary>
    public TimeSpan SubmitLatency { get; init; }

    /// <summary>How long the answer to a question about an operation takes.</summary>
    public TimeSpan StatusLatency { get; init; }

    /// <summary>Generations of one account running at once; null is without limit.</summary>
    public int? Slots { get; init; }

    /// <summary>What happens to a submission without a slot.</summary>
    public Overflow Overflow { get; init; }

    /// <summary>Submissions of one account in any 60 seconds; null is without limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>The least time between two submissions of one account.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>Who may call. Empty: any credential that is not empty, each its own account.</summary>
    public IReadOnlyList<FakeAccount> Accounts { get; init; } = [];

    /// <summary>How long an access token lives that a token endpoint has issued.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromSeconds(3599);

    /// <summary>How long a download link lives.</summary>
    public TimeSpan LinkLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Width and height of the clips as a share of what the wire promises: 0.25 makes 720p 320x180.</summary>
    public double ClipScale { get; init; } = 0.25;

    /// <summary>How many different looks the clips have, 1 to 64. Bytes differ from operation to operation anyhow.</summary>
    public int ClipLooks { get; init; } = 6;

    /// <summary>What only the wire of Google Flow knows.</summary>
    public GoogleFlow.FlowOptions Flow { get; init; } = new();

    /// <summary>What only ComfyUI has: nodes and model files.</summary>
    public ComfyUi.ComfyOptions Comfy { get; init; } = new();

    /// <summary>How language models answer. <see cref="Generate"/> is how long they think, <see cref="Slots"/> how many calls at once they bear.</summary>
    public LanguageModels.LanguageOptions Language { get; init; } = new();

    /// <summary>The clock of operations, links and limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
