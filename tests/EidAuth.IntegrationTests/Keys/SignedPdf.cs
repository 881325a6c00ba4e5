using System.Globalization;
using System.Text;

namespace EidAuth.IntegrationTests.Keys;

/// <summary>The smallest PDF with a signature field (ISO 32000-1 §12.8): one empty page, and room for a detached CMS over everything around it.</summary>
internal static class SignedPdf
{
    private const int Room = 8192;

    public static byte[] Make(Func<byte[], byte[]> sign)
    {
        var gap = new string('0', 2 * Room);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [4 0 R] >>",
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 5 0 R >>",
            $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 AAAAAAAA BBBBBBBB CCCCCCCC] /Contents <{gap}> >>",
        ];
        var text = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var tableAt = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{tableAt}\n%%EOF\n");

        // The gap is the hexadecimal string with its brackets; the range is what lies before and behind it.
        var start = text.ToString().IndexOf($"<{gap}>", StringComparison.Ordinal);
        var end = start + gap.Length + 2;
        text.Replace("AAAAAAAA", $"{start:D8}").Replace("BBBBBBBB", $"{end:D8}").Replace("CCCCCCCC", $"{text.Length - end:D8}");
        var pdf = Encoding.ASCII.GetBytes(text.ToString());
        var signature = sign([.. pdf[..start], .. pdf[end..]]);
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature)).CopyTo(pdf, start + 1);
        return pdf;
    }
}
