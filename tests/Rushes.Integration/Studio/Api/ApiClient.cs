using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

/// <summary>
/// A client that knows nothing but the OpenAPI document: addresses, methods and content types come from it, requests are checked against it before they are sent,
/// and answers when they come.
/// </summary>
public sealed class ApiClient(HttpClient http, ApiDocument document)
{
    public ApiDocument Document => document;

    public static async Task<ApiClient> OfAsync(HttpClient http) => new(http, await ApiDocument.ReadAsync(http));

    /// <summary>Calls an operation that must succeed.</summary>
    public async Task<JsonNode> CallAsync(string operation, object? places = null, JsonNode? body = null, string? key = null)
    {
        var (status, answer) = await TryAsync(operation, places, body, key);
        Assert.True(status is >= 200 and < 300, $"{operation} answered {status}: {answer?.ToJsonString()}");
        return answer ?? new JsonObject();
    }

    public async Task<(int Status, JsonNode? Answer)> TryAsync(string operation, object? places = null, JsonNode? body = null, string? key = null)
    {
        var called = document[operation];
        using var request = new HttpRequestMessage(called.Method, Address(called, places));
        if (called.Request is { } schema)
        {
            body ??= new JsonObject();
            Assert.Empty(document.Faults(schema, body, operation));
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            Assert.True(called.TakesKey, $"{operation} takes no key");
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var status = (int)response.StatusCode;
        var answer = text.Length == 0 ? null : JsonNode.Parse(text);
        var expected = called.Answer(status);
        Assert.True(expected is null == answer is null, $"{operation} answered {status} with {text}");
        Assert.Empty(document.Faults(expected, answer, operation));
        return (status, answer);
    }

    public async Task<JsonNode> UploadAsync(string operation, byte[] content, string type)
    {
        var called = document[operation];
        Assert.Contains(type, called.RequestTypes);
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var response = await http.PostAsync(called.Path, body, TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Empty(document.Faults(called.Answer((int)response.StatusCode), answer, operation));
        return answer;
    }

    public async Task<byte[]> DownloadAsync(string operation, object places)
    {
        using var response = await http.GetAsync(Address(document[operation], places), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The whole of a stream that ends.</summary>
    public async Task<IReadOnlyList<StreamedEvent>> StreamAsync(string operation, object places, string query, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(document[operation], places) + query);
        if (after is not null)
            request.Headers.Add("Last-Event-ID", after);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return await StreamedEvent.ReadAllAsync(stream);
    }

    /// <summary>Waits until a work is over.</summary>
    public async Task<JsonNode> OverAsync(JsonNode work)
    {
        for (var look = 0; look < 1200; look++)
        {
            var now = await CallAsync("getWork", new { id = (string)work["id"]! });
            if ((bool)now["over"]!)
                return now;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The work was never over.");
    }

    private static string Address(ApiOperation operation, object? places)
    {
        var path = operation.Path;
        foreach (var place in places?.GetType().GetProperties() ?? [])
        {
            Assert.Contains($"{{{place.Name}}}", path, StringComparison.Ordinal);
            path = path.Replace($"{{{place.Name}}}", Uri.EscapeDataString(FormattableString.Invariant($"{place.GetValue(places)}")), StringComparison.Ordinal);
        }

        Assert.DoesNotContain('{', path);
        return path;
    }
}
