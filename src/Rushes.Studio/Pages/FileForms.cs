using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Rushes.Studio.Pages;

/// <summary>Forms that bring files.</summary>
internal static class FileForms
{
    /// <summary>Lets a form be as large as the files that it brings, and no larger.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder form) =>
        form.WithFormOptions(multipartBodyLengthLimit: Uploads.LargestRequest).WithMetadata(new RequestSizeLimitAttribute(Uploads.LargestRequest));
}
