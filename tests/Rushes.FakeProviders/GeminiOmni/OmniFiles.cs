using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GeminiOmni;

/// <summary>The Files API: files that clients bring by resumable upload, and the clips that were made, each under its own id.</summary>
internal sealed class OmniFiles(Backstage backstage)
{
    private readonly ConcurrentDictionary<string, (string Account, string MimeType)> sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> active = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Operation Operation, int Link)> clips = new(StringComparer.Ordinal);

    public void Clear()
    {
        sessions.Clear();
        active.Clear();
        clips.Clear();
    }

    /// <summary>The id under which the clip of <paramref name="operation"/> can be read now.</summary>
    public string IdOf(Operation operation)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{operation.Name}#{operation.Link}")));
        var id = string.Concat(hash.Take(12).Select(each => "abcdefghijklmnopqrstuvwxyz0123456789"[each % 36]));
        clips[id] = (operation, operation.Link);
        return id;
    }

    public string AddressOf(string id) => $"{backstage.Address}v1beta/files/{id}";

    /// <summary>The clip behind an id, or null when there is none or its link is too old.</summary>
    public Operation? ClipOf(string id) =>
        clips.TryGetValue(id, out var clip) && clip.Link == clip.Operation.Link && clip.Operation.State == OperationState.Ready ? clip.Operation : null;

    /// <summary>The enclosure behind an address in a request; null when it is unknown or not yet active.</summary>
    public Enclosure? EnclosureOf(string uri, Caller caller)
    {
        var id = uri[(uri.LastIndexOf('/') + 1)..].Split(':', '?')[0];
        if (ClipOf(id) is { } clip && AccountBook.Owns(caller, clip))
            return new Enclosure("source", Delivery.Mp4, 0, "", uri);
        return backstage.Uploads.Find(id) is { } upload && upload.Account == caller.Name && active.ContainsKey(id)
            ? Enclosure.Of("reference", upload.MimeType, upload.Bytes, uri) : null;
    }

    /// <summary>Begins a resumable upload.</summary>
    public IResult Start(HttpContext context, Caller caller)
    {
        var headers = context.Request.Headers;
        if (headers["X-Goog-Upload-Protocol"] != "resumable" || headers["X-Goog-Upload-Command"] != "start")
            throw new RefusedException(RefusalKind.BadRequest, "Upload must begin with the commands of the resumable protocol.");
        var session = Guid.NewGuid().ToString("N");
        sessions[session] = (caller.Name, headers["X-Goog-Upload-Header-Content-Type"].ToString());
        context.Response.Headers["X-Goog-Upload-URL"] = $"{backstage.Address}upload/v1beta/files?upload_id={session}&upload_protocol=resumable";
        context.Response.Headers["X-Goog-Upload-Status"] = "active";
        return Results.Ok();
    }

    /// <summary>Takes the bytes of an upload; the address is its own credential.</summary>
    public IResult Finish(HttpContext context)
    {
        var headers = context.Request.Headers;
        var commands = headers["X-Goog-Upload-Command"].ToString();
        if (!sessions.TryGetValue(context.Request.Query["upload_id"].ToString(), out var session)
            || headers["X-Goog-Upload-Offset"] != "0" || !commands.Contains("finalize", StringComparison.Ordinal))
            throw new RefusedException(RefusalKind.BadRequest, "Upload session was not found or the command does not fit.");
        sessions.TryRemove(context.Request.Query["upload_id"].ToString(), out _);
        var notes = CallNotes.Of(context);
        var upload = new Upload(Guid.NewGuid().ToString("N")[..12], session.Account, session.MimeType, notes.Body, backstage.Now);
        backstage.Uploads.Add(upload);
        notes.Account = session.Account;
        notes.Outcome = $"uploaded {upload.Id}";
        context.Response.Headers["X-Goog-Upload-Status"] = "final";
        return Results.Text(new JsonObject { ["file"] = Describe(upload.Id, upload.MimeType, upload.Bytes.Length, "PROCESSING", upload.At) }.ToJsonString(), "application/json");
    }

    /// <summary>The record of a brought file; the first question finds it active.</summary>
    public JsonObject? Look(string id, Caller caller)
    {
        if (backstage.Uploads.Find(id) is not { } upload || upload.Account != caller.Name)
            return null;
        active[id] = true;
        return Describe(id, upload.MimeType, upload.Bytes.Length, "ACTIVE", upload.At);
    }

    public JsonObject Describe(string id, string mimeType, int length, string state, DateTimeOffset created) => new()
    {
        ["name"] = $"files/{id}",
        ["mimeType"] = mimeType,
        ["sizeBytes"] = length.ToString(CultureInfo.InvariantCulture),
        ["createTime"] = Time(created),
        ["updateTime"] = Time(created),
        ["expirationTime"] = Time(created.AddHours(48)),
        ["uri"] = AddressOf(id),
        ["state"] = state,
    };

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
