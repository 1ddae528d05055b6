using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Rushes.Film;
using Rushes.Studio.Api;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Guard;

/// <summary>
/// What a request to the interface for programs must be. It carries no seal of a page; instead it must be what no page of another site can send without being
/// asked for permission first, which is never given: JSON, or a picture by itself.
/// </summary>
internal static class ApiGuard
{
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/webp"];

    public static bool IsForPrograms(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
    }

    public static void UseApiGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsForPrograms(context.Request))
        {
            context.Response.Headers.CacheControl = "no-store";
            Check(context);
        }

        return next(context);
    });

    /// <exception cref="MistakeException">The request is none that a program of the user sends.</exception>
    private static void Check(HttpContext context)
    {
        var request = context.Request;
        if (IsForeign(request))
            throw Mistake.Input("api.foreign", "Origin").AsException();
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsDelete(request.Method))
            return;
        var metadata = context.GetEndpoint()?.Metadata;
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value ?? "" : "";
        var picture = metadata?.GetMetadata<PictureBodyAttribute>() is not null;
        if (picture ? !Pictures.Contains(type, StringComparer.OrdinalIgnoreCase) : !type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw Mistake.Input(picture ? "api.picture-type" : "api.json-type", "Content-Type").AsException();

        // Refused before a byte of it is read.
        var most = metadata?.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? ApiEndpoints.LargestJson;
        if (request.ContentLength > most)
            throw TooLarge(most).AsException();
    }

    public static Mistake TooLarge(long most) => Mistake.Input("api.too-large", "body", most >> 20);

    /// <summary>A browser says where a request comes from; only pages of this studio may send one.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return true;
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
