namespace Rushes.Providers.ComfyUi;

/// <summary>
/// What the adapter must know of a model that runs in ComfyUI, from the <c>wire</c> of its file in <c>data/models</c>: which workflows film with it, and
/// which clips they can make. A user's own workflow is a file of his own in <c>comfyui/</c> and a model that names it.
/// </summary>
internal sealed record ComfyWire
{
    /// <summary>The workflow that films from words, such as <c>wan-2.2-text.json</c> in <c>data/comfyui</c>.</summary>
    public string? Text { get; init; }

    /// <summary>The workflow that films from a first picture.</summary>
    public string? Image { get; init; }

    /// <summary>The workflow that films from a first picture to a last one.</summary>
    public string? FirstLast { get; init; }

    /// <summary>Frames a second of its clips.</summary>
    public required double Fps { get; init; }

    /// <summary>Clips have so many frames times a whole number, and one more.</summary>
    public int FrameStep { get; init; } = 1;

    /// <summary>Pixels on the shorter side that it films best.</summary>
    public required int ShortSide { get; init; }

    /// <summary>Width and height are multiples of this.</summary>
    public int MultipleOf { get; init; } = 16;

    /// <summary>What must not be seen, where the script says nothing about it.</summary>
    public string Negative { get; init; } = "";
}
