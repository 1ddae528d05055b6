using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>Brings clips of the Gemini API home. The key goes to the account's own host only, never along a redirect to another.</summary>
internal sealed class OmniClips(Wire wire, TokenTurn turn, ClipFetch fetch)
{
    /// <summary>A file has been seen to be worked on for 95 seconds after its interaction was complete.</summary>
    private static readonly TimeSpan LongestProcessing = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    public async Task<Delivery> FetchAsync(Uri address, string partFile, Account account, CancellationToken cancellation)
    {
        if (!OmniHost.IsOwn(account, address))
            return await fetch.FetchAsync(address, partFile, sign: null, cancellation);
        if (await turn.NextAsync(account, cancellation) is not { } key)
            return new Delivery.Broken(Sentence.Of("provider.no-key"));
        if (await WaitAsync(address, key, cancellation) is { } state)
            return new Delivery.Broken(Sentence.Of("provider.file-state", state));
        return await fetch.FetchAsync(WithBytes(address), partFile, headers => headers.TryAddWithoutValidation(OmniHost.KeyHeader, key), cancellation);
    }

    /// <summary>Writes a clip that came within the answer.</summary>
    public static async Task<Delivery> KeepAsync(string data, string partFile, CancellationToken cancellation)
    {
        var bytes = new byte[(data.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(data, bytes, out var length) || length == 0)
            return new Delivery.Broken(Sentence.Of("provider.no-video"));
        await using var file = new FileStream(partFile, FileMode.Create, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(bytes.AsMemory(0, length), cancellation);
        return new Delivery.Delivered(length);
    }

    /// <summary>Waits while the finished file is still being worked on.</summary>
    /// <returns>The state that it cannot be read in; null when it may be tried.</returns>
    private async Task<string?> WaitAsync(Uri address, string key, CancellationToken cancellation)
    {
        var name = address.AbsolutePath.Split(':')[0];
        if (!name.Contains("/files/", StringComparison.Ordinal))
            return null;
        var since = wire.Time.GetTimestamp();
        while (true)
        {
            using var request = OmniHost.Sign(JsonRequests.Get(new Uri(address, name)), key);
            var state = await wire.SendAsync(request, cancellation) is WireAnswer.Answered { IsSuccess: true } file ? file.Json.Text("state") : null;
            if (state == "FAILED" || (state == "PROCESSING" && wire.Time.GetElapsedTime(since) > LongestProcessing))
                return state;
            if (state != "PROCESSING")
                return null;
            await Task.Delay(BetweenLooks, wire.Time, cancellation);
        }
    }

    private static Uri WithBytes(Uri address) => address.Query.Contains("alt=media", StringComparison.Ordinal)
        ? address
        : new UriBuilder(address) { Query = address.Query.Length > 1 ? address.Query[1..] + "&alt=media" : "alt=media" }.Uri;
}
