using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;

namespace Rushes.FakeProviders.Media;

/// <summary>Hands out the bytes of a clip, whole, in ranges, or spoilt as a fault says.</summary>
internal static class Delivery
{
    public const string Mp4 = "video/mp4";

    /// <summary>The answer with the clip.</summary>
    public static async Task SendAsync(HttpContext context, byte[] bytes, Fault? fault, string mimeType = Mp4)
    {
        var notes = CallNotes.Of(context);
        notes.Outcome = fault is null ? "delivered" : $"fault {fault.Name}";
        switch (fault?.Kind)
        {
            case FaultKind.Truncated:
                context.Response.ContentType = mimeType;
                context.Response.ContentLength = bytes.Length;
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length * 6 / 10), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);

                // Too little for the promised length: the server closes the connection, and what was sent still arrives.
                return;
            case FaultKind.Html:
                await Results.Content("<!doctype html><html><head><title>Sign in</title></head><body>Please sign in to continue.</body></html>",
                    "text/html; charset=utf-8").ExecuteAsync(context);
                return;
            case FaultKind.Empty:
                await Results.Bytes([], mimeType).ExecuteAsync(context);
                return;
            case FaultKind.Damaged:
                var noise = new byte[bytes.Length];
                new Random(bytes.Length).NextBytes(noise);
                await Results.Bytes(noise, mimeType).ExecuteAsync(context);
                return;
            default:
                await Results.Bytes(bytes, mimeType, enableRangeProcessing: true).ExecuteAsync(context);
                return;
        }
    }
}
