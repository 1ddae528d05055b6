using System.Text.RegularExpressions;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>Finds what a prompt asks of the camera.</summary>
internal static partial class PictureCamera
{
    /// <summary>Shot and movement for <c>camera_shot</c>; null when nobody spoke of the camera and the picture may choose.</summary>
    public static string? Of(string? prompt, string? move)
    {
        if (move is "drift" or "parallax")
            return $"Medium, {move}";

        // Only the part of a sentence that speaks of a camera counts: "a frying pan" and "the still lake" ask for nothing.
        var said = move ?? string.Join(' ', Parts().Matches(prompt ?? "").Select(part => part.Value).Where(part => Words().IsMatch(part)));
        if (string.IsNullOrWhiteSpace(said))
            return null;
        var direction = CameraDirection.Read(said);
        return $"{Name(direction.Shot)}, {Name(direction.Move)}";
    }

    private static string Name(CameraShot shot) => shot switch
    {
        CameraShot.Wide => "Wide",
        CameraShot.CloseUp => "Close-up",
        CameraShot.Pov => "POV",
        CameraShot.Tracking => "Tracking",
        CameraShot.Aerial => "Aerial",
        _ => "Medium",
    };

    private static string Name(CameraMove move) => move switch
    {
        CameraMove.ZoomIn => "slow zoom-in",
        CameraMove.ZoomOut => "zoom-out",
        CameraMove.PanLeft => "pan left",
        CameraMove.PanRight => "pan right",
        CameraMove.TiltUp => "tilt up",
        CameraMove.TiltDown => "tilt down",
        CameraMove.Tracking => "tracking",
        CameraMove.Handheld => "handheld",
        _ => "static",
    };

    [GeneratedRegex(@"[^.,;!?\n。，]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"\b(?:camera|shot|zoom(?:s|ing)?|zoom-(?:in|out)|dolly|doll(?:y|ies) (?:in|out)|push(?:es)?[- ]in|pull(?:s)?[- ](?:back|out)|pan(?:s|ning)?[- ](?:to the )?(?:left|right|up|down|across|over|slowly)|tilt(?:s|ing)?|crane|hand-?held|steadicam|tracking|drone|flycam|aerial|close-?up|close up|wide angle|pov|point of view|bird'?s[- ]eye|máy quay|ống kính|góc máy|góc nhìn|lia|phóng to|thu nhỏ|đẩy máy|kéo máy|zoom|toàn cảnh|cận cảnh|trung cảnh|đặc tả|cầm tay|từ trên cao|bám theo|lùi ra|tiến gần|tiến lại gần)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Words();
}
