using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>The pictures of a request, in the order in which its text names them: <c>@Image1</c> is the first.</summary>
internal sealed record OmniPictures(PictureUpload? First, PictureUpload? Last, IReadOnlyList<PictureUpload> References)
{
    /// <summary>A request is limited to 20 MB, and base64 makes four bytes of three.</summary>
    private const int MostBytes = 14_000_000;

    public IEnumerable<PictureUpload> All => ((IEnumerable<PictureUpload?>)[First, Last, .. References]).OfType<PictureUpload>();

    /// <summary>What the model is to do with them, in the wire's word.</summary>
    public string Task => First is not null ? "image_to_video" : References.Count > 0 ? "reference_to_video" : "text_to_video";

    /// <summary>Reads the order's pictures, as far as the model takes them. References that would make the request too large stay behind, the last first.</summary>
    /// <returns>The pictures, or why they cannot be sent.</returns>
    public static async Task<(OmniPictures? Pictures, Refusal? No)> ReadAsync(ShotOrder order, VideoModel model, CancellationToken cancellation)
    {
        var files = ShotPictures.Of(order);
        var (first, last) = ((PictureUpload?)null, (PictureUpload?)null);
        var references = new List<PictureUpload>();
        var reading = "";
        try
        {
            if (files.First is not null && model.FirstFrame)
                first = await PictureUpload.ReadAsync(reading = files.First, cancellation);
            if (files.Last is not null && first is not null && model.LastFrame)
                last = await PictureUpload.ReadAsync(reading = files.Last, cancellation);
            var room = MostBytes - (first?.Bytes.Length ?? 0) - (last?.Bytes.Length ?? 0);
            if (room < 0)
                return (null, new(RefusalKind.BadRequest, Sentence.Of("provider.pictures-too-large", MostBytes / 1_000_000)));
            foreach (var file in files.References.Take(model.References))
            {
                var picture = await PictureUpload.ReadAsync(reading = file, cancellation);
                if (picture.Bytes.Length > room)
                    break;
                room -= picture.Bytes.Length;
                references.Add(picture);
            }
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            return (null, new(RefusalKind.BadRequest, Sentence.Of("provider.picture-unread", reading)));
        }

        return (new(first, last, references), null);
    }

    /// <summary>The prompt, with the roles of its pictures named before it.</summary>
    public string Name(string prompt)
    {
        var sources = new List<string>();
        if (First is not null && (Last is not null || References.Count > 0))
            sources.Add("<FIRST_FRAME>@Image1");
        if (Last is not null)
            sources.Add("<LAST_FRAME>@Image2");
        var before = All.Count() - References.Count;
        var references = References.Select((_, index) => FormattableString.Invariant($"<IMAGE_REF_{index}>@Image{before + index + 1}"));
        return (sources.Count > 0 ? $"[# Sources {string.Join(' ', sources)}] " : "")
            + (References.Count > 0 ? $"[# References {string.Join(' ', references)}] " : "")
            + prompt;
    }
}
