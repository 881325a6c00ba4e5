namespace EidAuth.Simulator.Pki;

/// <summary>The addresses that the certificates name, all below the responder's.</summary>
/// <param name="Responder">For example http://127.0.0.1:35355/.</param>
internal sealed record PkiAddresses(Uri Responder)
{
    public string PracticeStatement => At("repository");

    public static string OcspPath(string authority) => $"/ocsp/{authority}";

    public string Ocsp(string authority) => At(OcspPath(authority));

    public static string CertificatePath(string authority) => $"/crt/{authority}.crt";

    public string Certificate(string authority) => At(CertificatePath(authority));

    public static string RevocationListPath(string authority) => $"/crl/{authority}.crl";

    public string RevocationList(string authority) => At(RevocationListPath(authority));

    private string At(string path) => new Uri(Responder, path).AbsoluteUri;
}
