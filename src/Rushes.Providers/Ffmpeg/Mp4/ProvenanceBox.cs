using System.Security;
using System.Text;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>
/// Says where a film comes from in the way that programs look for it: XMP with the IPTC property <c>DigitalSourceType</c>, in a <c>uuid</c> box at the end of
/// the file (XMP specification part 3, "ISO base media").
/// </summary>
internal static class ProvenanceBox
{
    private static readonly byte[] Uuid = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    public static async Task AppendAsync(string file, string sourceType, string title, CancellationToken cancellation)
    {
        var packet = Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                  <Iptc4xmpExt:DigitalSourceType>{sourceType}</Iptc4xmpExt:DigitalSourceType>
                  <xmp:CreatorTool>Rushes</xmp:CreatorTool>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """);
        var box = new BoxWriter().Box("uuid", inside => inside.Bytes(Uuid).Bytes(packet));
        await using var film = new FileStream(file, FileMode.Append);
        await film.WriteAsync(box.Written.ToArray(), cancellation);
    }
}
