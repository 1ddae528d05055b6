using System.Net.Http.Headers;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>Brings Flow's clips home. Their addresses are signed by themselves: the account's token goes to Flow's own host only, to ask for one.</summary>
internal sealed class FlowClips(Wire wire, TokenTurn turn, ClipFetch fetch)
{
    public async Task<Delivery> FetchAsync(FlowStatus clip, string partFile, Account account, CancellationToken cancellation)
    {
        if (clip.Address is { } address)
            return await fetch.FetchAsync(address, partFile, sign: null, cancellation);
        if (clip.Media is not { } media)
            return new Delivery.Broken(Sentence.Of("provider.no-address"));
        if (await turn.NextAsync(account, cancellation) is not { } token)
            return new Delivery.Broken(Sentence.Of("provider.no-key"));
        return await FetchMediaAsync(FlowHost.Address(account, "v1/media/" + Uri.EscapeDataString(media)), token, partFile, cancellation);
    }

    /// <summary>A media record names its clip's address, redirects to it, or is the clip itself.</summary>
    private async Task<Delivery> FetchMediaAsync(Uri media, string token, string partFile, CancellationToken cancellation)
    {
        Uri? address;
        try
        {
            using var request = FlowHost.Sign(JsonRequests.Get(media), token);
            using var response = await wire.OpenAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode && !IsJson(response))
                return await fetch.FetchAsync(media, partFile, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", token), cancellation);
            address = response.Headers.Location is { } there
                ? new Uri(media, there)
                : FlowStatusReader.AddressOf(JsonFacts.Parse(await response.Content.ReadAsStringAsync(cancellation)));
            if (address is null)
                return new Delivery.Broken(response.IsSuccessStatusCode ? Sentence.Of("provider.no-address") : StatusMeaning.Said(response.StatusCode));
        }
        catch (Exception problem) when (problem is HttpRequestException or HttpIOException)
        {
            return new Delivery.Broken(problem.Message);
        }

        return await fetch.FetchAsync(address, partFile, sign: null, cancellation);
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
}
