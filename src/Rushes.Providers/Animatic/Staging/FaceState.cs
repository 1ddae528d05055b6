using Rushes.Providers.Animatic.Life;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>What a face shows at one moment.</summary>
internal readonly record struct FaceState(MouthShape Mouth, bool EyesClosed)
{
    /// <summary>What the drawing shows by itself.</summary>
    public static FaceState AtRest { get; } = new(MouthShape.Closed, EyesClosed: false);

    /// <summary>Every state that a face takes.</summary>
    public static IReadOnlyList<FaceState> All(bool speaks) =>
    [
        .. from mouth in speaks ? Enum.GetValues<MouthShape>() : [MouthShape.Closed]
           from closed in (IEnumerable<bool>)[false, true]
           select new FaceState(mouth, closed),
    ];

    /// <summary>The groups of a drawing, shown or hidden.</summary>
    public IReadOnlyDictionary<string, bool> Groups() => new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["mouth-closed"] = Mouth == MouthShape.Closed,
        ["mouth-half"] = Mouth == MouthShape.Half,
        ["mouth-open"] = Mouth == MouthShape.Open,
        ["eyes-open"] = !EyesClosed,
        ["eyes-closed"] = EyesClosed,
    };
}
