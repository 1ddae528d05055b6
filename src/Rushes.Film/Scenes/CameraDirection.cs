using System.Text;

namespace Rushes.Film.Scenes;

/// <summary>What the free text of a scene's <c>camera_shot</c> asks of the camera.</summary>
/// <param name="Shot">The framing.</param>
/// <param name="Move">The movement.</param>
public sealed record CameraDirection(CameraShot Shot, CameraMove Move)
{
    // Longer words come first: "medium close-up" is a close-up, "zoom out" must not be found in "slow zoom".
    private static readonly (string Word, CameraShot Shot)[] Shots = Ordered(
        (CameraShot.Wide, "wide shot, wide, long shot, full shot, establishing, panorama, panoramic, toàn cảnh, đại cảnh, cảnh rộng, toàn, góc rộng, viễn cảnh"),
        (CameraShot.Medium, "medium shot, medium, mid shot, mid-shot, cowboy shot, two shot, two-shot, over the shoulder, over-the-shoulder, waist, trung cảnh, cảnh trung, trung"),
        (CameraShot.CloseUp, "close-up, close up, closeup, extreme close-up, medium close-up, macro, detail, insert, tight shot, cận cảnh, cận, đặc tả, cận mặt, chi tiết, trung cận"),
        (CameraShot.Pov, "pov, point of view, point-of-view, first person, first-person, subjective, góc nhìn thứ nhất, góc nhìn nhân vật, điểm nhìn, chủ quan"),
        (CameraShot.Tracking, "tracking shot, tracking, follow shot, following, steadicam, dolly along, theo sau, bám theo, theo chân, chạy theo"),
        (CameraShot.Aerial, "aerial, aerial shot, drone, bird's eye, bird's-eye, birds eye, overhead, top-down, top down, high angle, crane shot, flycam, toàn cảnh trên cao, từ trên cao, trên không, nhìn từ trên, góc cao"));

    private static readonly (string Word, CameraMove Move)[] Moves = Ordered(
        (CameraMove.Static, "static, still, locked, locked-off, fixed, tripod, tĩnh, cố định, đứng yên"),
        (CameraMove.ZoomIn, "zoom in, zoom-in, zooms in, zooming in, push in, push-in, pushes in, dolly in, dolly-in, zoom, tiến chậm, tiến dần, tiến gần, tiến lại gần, tiến vào, phóng to, đẩy vào, zoom vào"),
        (CameraMove.ZoomOut, "zoom out, zoom-out, zooms out, zooming out, pull out, pull-out, pull back, pull-back, pulls back, dolly out, dolly-out, lùi chậm, lùi dần, lùi ra, lùi xa, thu nhỏ, kéo ra, zoom ra"),
        (CameraMove.PanLeft, "pan left, pan-left, pans left, panning left, pan to the left, lia trái, lia sang trái, quay trái, quét trái"),
        (CameraMove.PanRight, "pan right, pan-right, pans right, panning right, pan to the right, pan, panning, whip pan, lia phải, lia sang phải, quay phải, quét phải, lia máy, lia"),
        (CameraMove.TiltUp, "tilt up, tilt-up, tilts up, crane up, rising, hất lên, ngước lên, nâng lên, tilt"),
        (CameraMove.TiltDown, "tilt down, tilt-down, tilts down, crane down, hất xuống, hạ xuống, cúi xuống"),
        (CameraMove.Tracking, "tracking, track, follow, follows, following, steadicam, dolly along, theo sau, bám theo, theo chân, chạy theo"),
        (CameraMove.Handheld, "handheld, hand-held, hand held, shaky, shoulder, cầm tay, rung lắc, rung"));

    /// <summary>Reads a text in English or Vietnamese. What it does not say is chosen to fit the rest.</summary>
    public static CameraDirection Read(string? text)
    {
        var plain = $" {Plain(text ?? "")} ";
        var shot = Find(plain, Shots);
        var move = Find(plain, Moves);
        return new CameraDirection(
            shot ?? (move == CameraMove.Tracking ? CameraShot.Tracking : CameraShot.Medium),
            move ?? Usual(shot));
    }

    private static CameraMove Usual(CameraShot? shot) => shot switch
    {
        CameraShot.Pov => CameraMove.Handheld,
        CameraShot.Tracking => CameraMove.Tracking,
        CameraShot.Aerial => CameraMove.ZoomIn,
        null => CameraMove.ZoomIn,
        _ => CameraMove.Static,
    };

    private static T? Find<T>(string plain, (string Word, T Meaning)[] words)
        where T : struct
    {
        foreach (var (word, meaning) in words)
        {
            if (plain.Contains(word, StringComparison.Ordinal))
                return meaning;
        }

        return null;
    }

    private static (string Word, T Meaning)[] Ordered<T>(params (T Meaning, string Words)[] rows) =>
    [
        .. rows
            .SelectMany(row => row.Words.Split(", ").Select(word => (Word: $" {Plain(word)} ", row.Meaning)))
            .OrderByDescending(entry => entry.Word.Length),
    ];

    /// <summary>Lower case, composed, with nothing but letters, digits and single spaces.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(letter);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }
}
