package hubtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/etcd/client/pkg/v3/transport"
	"go.etcd.io/etcd/server/v3/embed"
)

// authority vouches for the certificates of a test.
type authority struct {
	*testing.T
	folder, path string
	own          *x509.Certificate
	key          *ecdsa.PrivateKey
	issued       int64
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	ok(t, err)
	a := &authority{T: t, folder: t.TempDir(), key: key}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Who vouches"}, NotBefore: time.Unix(0, 0), NotAfter: time.Now().AddDate(10, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	ok(t, err)
	a.own, err = x509.ParseCertificate(der)
	ok(t, err)
	a.path = a.write("ca.pem", "CERTIFICATE", der)
	return a
}

func (a *authority) write(name, kind string, der []byte) string {
	a.Helper()
	path := filepath.Join(a.folder, name)
	ok(a.T, os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600))
	return path
}

// pair is a certificate and its key, as files.
type pair struct{ certificate, key string }

// issues makes a pair for this computer that lasts for years, unless it is told otherwise.
func (a *authority) issues(name string, more ...func(*x509.Certificate)) pair {
	a.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	ok(a.T, err)
	a.issued++
	c := &x509.Certificate{SerialNumber: big.NewInt(1 + a.issued), NotBefore: time.Unix(0, 0), NotAfter: time.Now().AddDate(5, 0, 0), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}}
	for _, change := range more {
		change(c)
	}
	der, err := x509.CreateCertificate(rand.Reader, c, a.own, &key.PublicKey, a.key)
	ok(a.T, err)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	ok(a.T, err)
	return pair{a.write(name+".pem", "CERTIFICATE", der), a.write(name+"-key.pem", "PRIVATE KEY", secret)}
}

func expired(c *x509.Certificate)   { c.NotAfter = time.Unix(1, 0) }
func elsewhere(c *x509.Certificate) { c.IPAddresses, c.DNSNames = nil, []string{"hub.example"} }
func called(name string) func(*x509.Certificate) {
	return func(c *x509.Certificate) { c.Subject.CommonName = name }
}

// encrypted makes a server one that speaks TLS as that pair, and with asks lets in only
// whom the authority vouches for.
func (a *authority) encrypted(as pair, asks bool) func(*embed.Config) {
	return func(c *embed.Config) {
		at := url.URL{Scheme: "https", Host: c.ListenClientUrls[0].Host}
		c.ListenClientUrls, c.AdvertiseClientUrls = []url.URL{at}, []url.URL{at}
		c.ClientTLSInfo = transport.TLSInfo{CertFile: as.certificate, KeyFile: as.key, ClientCertAuth: asks}
		if asks { // naming who is trusted is asking
			c.ClientTLSInfo.TrustedCAFile = a.path
		}
	}
}
