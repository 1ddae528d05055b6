using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

internal static class FalKey
{
    /// <summary>fal's own scheme: <c>Authorization: Key ...</c>.</summary>
    public static HttpRequestMessage WithKey(this HttpRequestMessage request, string key) => request.WithHeader("Authorization", "Key " + key);
}
