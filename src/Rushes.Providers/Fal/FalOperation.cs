using System.Text.Json;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>
/// An accepted request, known by its path below the account's own address, such as <c>fal-ai/veo3.1/requests/764cabcf</c>: the key goes to that address and
/// nowhere else, whatever an answer says.
/// </summary>
internal static class FalOperation
{
    /// <summary>Takes the address that the answer gives where it is on the account's own host, and otherwise what fal's documentation makes of the id.</summary>
    /// <returns>Null when the answer names no request.</returns>
    public static string? Of(JsonElement answer, Uri queue, string endpoint)
    {
        if (answer.Text("response_url") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && IsBelow(address, queue))
            return Uri.UnescapeDataString(queue.MakeRelativeUri(new Uri(address.GetLeftPart(UriPartial.Path))).ToString());
        return answer.Text("request_id") is { Length: > 0 } id ? $"{OwnerOf(endpoint)}/requests/{Uri.EscapeDataString(id)}" : null;
    }

    public static Uri Result(Uri queue, string operation) => new(queue, operation);

    public static Uri Status(Uri queue, string operation) => new(queue, operation + "/status");

    public static Uri Cancel(Uri queue, string operation) => new(queue, operation + "/cancel");

    private static bool IsBelow(Uri address, Uri queue) =>
        address.Scheme == queue.Scheme && address.Authority == queue.Authority && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith(queue.AbsolutePath, StringComparison.Ordinal) && address.AbsolutePath.Contains("/requests/", StringComparison.Ordinal);

    /// <summary>Owner and name: what follows them says only how to film. Two kinds of endpoints have a leading word more.</summary>
    private static string OwnerOf(string endpoint)
    {
        var parts = endpoint.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', parts.Take(parts is ["workflows" or "comfy", ..] ? 3 : 2));
    }
}
