using System.Text.Json;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>Finds the clip in a result: models call it <c>video</c>, or list <c>videos</c>.</summary>
internal static class FalResult
{
    /// <returns>Null when there is none, or none that may be fetched.</returns>
    public static Uri? ClipOf(JsonElement result)
    {
        var text = result.Text("video", "url") ?? result.Text("video") ?? result.Items("videos").Select(video => video.Text("url") ?? video.Text()).FirstOrDefault();
        return text is not null && BaseAddress.Check(text) is null ? new Uri(text) : null;
    }
}
