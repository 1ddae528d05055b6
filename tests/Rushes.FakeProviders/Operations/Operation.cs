using Rushes.FakeProviders.Faults;

namespace Rushes.FakeProviders.Operations;

/// <summary>Where an operation is.</summary>
public enum OperationState
{
    /// <summary>Accepted and without a slot.</summary>
    Queued,

    /// <summary>Generating.</summary>
    Running,

    /// <summary>The clip is there.</summary>
    Ready,

    /// <summary>Refused for its content.</summary>
    Blocked,

    /// <summary>Failed by the provider's fault.</summary>
    Failed,

    /// <summary>Taken back by its client.</summary>
    Cancelled,
}

/// <summary>One clip that a provider has accepted to film.</summary>
public sealed class Operation
{
    internal Operation(string name, Order order, string account, string? project, Fault? fate, DateTimeOffset createdAt, TimeSpan generate)
    {
        Name = name;
        Order = order;
        Account = account;
        Project = project;
        Fate = fate;
        CreatedAt = createdAt;
        Generate = generate;
    }

    /// <summary>Its id on the wire.</summary>
    public string Name { get; }

    /// <summary>What was asked.</summary>
    public Order Order { get; }

    /// <summary>Name of the account that asked.</summary>
    public string Account { get; }

    /// <summary>The project it belongs to, where the wire has projects.</summary>
    public string? Project { get; }

    /// <summary>How it is to end, when not well.</summary>
    public Fault? Fate { get; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>How long it generates.</summary>
    public TimeSpan Generate { get; }

    /// <summary>When it got its slot.</summary>
    public DateTimeOffset? StartedAt { get; internal set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>Where it is.</summary>
    public OperationState State { get; internal set; }

    /// <summary>How often it was asked about.</summary>
    public int Polls { get; internal set; }

    /// <summary>The number of the download link that works; those before it are too old.</summary>
    internal int Link { get; set; } = 1;

    internal bool IsOver => State is not (OperationState.Queued or OperationState.Running);

    internal DateTimeOffset Due => Fate?.Kind == FaultKind.Stuck ? DateTimeOffset.MaxValue : StartedAt!.Value + Generate;

    /// <summary>The share that is done, 0 to 1.</summary>
    internal double Progress(DateTimeOffset now) => State switch
    {
        OperationState.Queued => 0,
        OperationState.Running when Generate > TimeSpan.Zero => Math.Clamp((now - StartedAt!.Value) / Generate, 0, 0.99),
        _ => 1,
    };
}
