using Rushes.Film.Products;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Film.Briefs;

/// <summary>What the user asked for. Checked by <see cref="BriefRules"/> before anything is written.</summary>
public sealed record Brief
{
    public required Workflow Workflow { get; init; }

    /// <summary>The idea of a text film, or the name given to an image or sales film. 1 to 20,000 characters.</summary>
    public string Idea { get; init; } = "";

    /// <summary>Total seconds, 3 to 3,600.</summary>
    public double Duration { get; init; } = 32;

    public Aspect Aspect { get; init; } = Aspect.Vertical;

    /// <summary>Null means the language of the idea.</summary>
    public string? Language { get; init; }

    public string Style { get; init; } = "cinematic";
    public string? Template { get; init; }
    public string? Domain { get; init; }
    public string? Topic { get; init; }
    public string? Platform { get; init; }
    public Quality Quality { get; init; } = Quality.Full;

    /// <summary>Takes a scene, 1 to 12.</summary>
    public int Copies { get; init; } = 1;

    public Captions Captions { get; init; } = Captions.Burn;

    /// <summary>Null: mix where clips bring sound.</summary>
    public Sound? Sound { get; init; }

    public string? Voice { get; init; }

    /// <summary>How everybody speaks to whom the script gives no manner of their own; null leaves it to the voices.</summary>
    public Manner? Manner { get; init; }

    /// <summary>Absolute path of the user's music.</summary>
    public string? Music { get; init; }

    public string Transition { get; init; } = "cut";

    /// <summary>The slate at the top of an animatic: scene number, place, time, shot.</summary>
    public bool Slate { get; init; } = true;

    public string? Provider { get; init; }
    public string? Model { get; init; }
    public string? Writer { get; init; }

    /// <summary>Account ids or unique names; empty means every enabled one.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    public bool Chain { get; init; }

    /// <summary>What clips are enlarged to: <c>1080p</c> or <c>4k</c>; null leaves them as they are filmed.</summary>
    public string? Upscale { get; init; }

    /// <summary>The same seed and the same brief give the same script and the same pictures.</summary>
    public long Seed { get; init; }

    public IReadOnlyList<Picture> Pictures { get; init; } = [];
    public Product? Product { get; init; }
}
