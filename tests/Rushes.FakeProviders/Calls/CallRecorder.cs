using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rushes.FakeProviders.Calls;

/// <summary>Writes each request of one port into the log, and gives the wire its body.</summary>
internal static class CallRecorder
{
    public static void Record(WebApplication application, Door door, CallLog log, TimeProvider time) =>
        application.Use(async (HttpContext context, RequestDelegate next) =>
        {
            if (context.Request.Path.StartsWithSegments("/__fake", StringComparison.Ordinal))
            {
                await next(context);
                return;
            }
            var request = context.Request;
            var call = log.Begin(number => new Call(
                number, door, request.Method, request.Path.Value ?? "/", CallText.Query(request.Query),
                [.. request.Headers.Keys.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal)],
                "", null, time.GetUtcNow(), null, 0, ""));
            var notes = new CallNotes();
            try
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body, context.RequestAborted);
                notes = new CallNotes { Body = body.ToArray(), Publish = () => log.Replace(Noted()) };
                request.Body = new MemoryStream(notes.Body, writable: false);
                context.Features.Set(notes);
                call = call with { Body = CallText.Body(notes.Body, request.ContentType) };
                context.Response.OnStarting(() =>
                {
                    notes.Publish();
                    return Task.CompletedTask;
                });
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The caller went away; the log says so by status 0.
                notes.Drop(context);
            }
            catch (Exception bug)
            {
                notes.Outcome = $"bug {bug.GetType().Name}: {bug.Message}";
                throw;
            }
            finally
            {
                log.End(Noted() with { Answered = time.GetUtcNow() });
            }

            Call Noted() => call with
            {
                Account = notes.Account,
                Status = notes.Dropped ? 0 : context.Response.StatusCode,
                Outcome = notes.Outcome,
            };
        });
}
