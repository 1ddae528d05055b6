namespace Rushes.Studio.Api.Requests;

/// <summary>A picture with what should happen in it.</summary>
internal sealed record PictureRequest
{
    /// <summary>What /api/v1/uploads answered for it.</summary>
    public required string Upload { get; init; }

    /// <summary>Left out, the motion is chosen from the picture alone.</summary>
    public string? Prompt { get; init; }

    /// <summary>push-in, pull-out, pan-left, pan-right, tilt-up, tilt-down, drift or parallax.</summary>
    public string? Move { get; init; }

    /// <summary>On screen; left out, the pictures share the film's duration.</summary>
    public double? Seconds { get; init; }
}
