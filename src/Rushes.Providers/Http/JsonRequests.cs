using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Rushes.Providers.Http;

/// <summary>Requests whose body is JSON.</summary>
public static class JsonRequests
{
    public static HttpRequestMessage Post(Uri address, JsonNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }

    public static HttpRequestMessage Get(Uri address) => new(HttpMethod.Get, address);

    public static HttpRequestMessage WithBearer(this HttpRequestMessage request, string token)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>A header whose value is taken as it is: a key with a character that no header may hold is the account's mistake, not a crash.</summary>
    public static HttpRequestMessage WithHeader(this HttpRequestMessage request, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
