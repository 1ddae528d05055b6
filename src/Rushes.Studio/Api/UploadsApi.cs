using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>Pictures and music for films: each comes by itself, and a film's request names them.</summary>
internal static class UploadsApi
{
    public static void MapUploadsApi(this IEndpointRouteBuilder api) => api
        .MapPost("/uploads", async (HttpRequest request, Uploads uploads, CancellationToken gone) =>
        {
            var upload = await uploads.KeepAsync(request.Body, gone);
            return TypedResults.Created((string?)null, new UploadSheet(upload));
        })
        .WithMetadata(new RequestSizeLimitAttribute(UploadKind.LargestMusic), new FileBodyAttribute())
        .Accepts<Stream>(UploadKind.MediaTypes[0], [.. UploadKind.MediaTypes.Skip(1)])
        .Called("upload", "Keep a picture (jpeg, png, webp) or music (mp3, wav, flac, ogg, m4a, aac), sent as it is", "uploads")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
}
