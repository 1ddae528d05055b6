using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Rushes.Film;
using Rushes.Studio.Api;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Guard;

/// <summary>
/// How large a request may be, and what one to the interface for programs must be. The latter carries no seal of a page; instead it must be what no page of
/// another site can send without being asked for permission first, which is never given: JSON, or a picture or a piece of music by itself.
/// </summary>
internal static class ApiGuard
{
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

        // Refused before a byte of it is read.
        return context.Request.ContentLength > Largest(context) ? throw TooLarge(Largest(context)).AsException() : next(context);
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
        var file = metadata?.GetMetadata<FileBodyAttribute>() is not null;
        if (file ? !UploadKind.MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase) : !type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw Mistake.Input(file ? "api.file-type" : "api.json-type", "Content-Type").AsException();
    }

    /// <summary>Bytes of a request to whatever was asked.</summary>
    public static long Largest(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize
        ?? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
        ?? ApiEndpoints.LargestJson;

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
